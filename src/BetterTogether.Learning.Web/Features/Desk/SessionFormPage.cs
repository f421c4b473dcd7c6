using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Desk;

/// <summary>What the pages for a new and for an edited session share: the form, its dates that come and go without script, its reading.</summary>
public abstract class SessionFormPage(DeskQueries desk, TimeProvider clock) : PageModel
{
    public const string AddDate = "add-date";
    public const string RemoveDate = "remove-date-";

    [BindProperty]
    public SessionForm Form { get; set; } = new();

    /// <summary>Which button was pressed.</summary>
    [BindProperty]
    public string? Do { get; set; }

    protected DeskQueries Desk => desk;

    protected DateTime NowUtc => clock.GetUtcNow().UtcDateTime;

    protected SessionFormReader Reader => new(Form, ModelState, NowUtc);

    /// <summary>Open or private is the desk's to choose; what a facilitator plans is private.</summary>
    public bool MayChooseVisibility => User.IsDesk();

    /// <returns>True when the press was about the rows of dates, and nothing is to be saved.</returns>
    protected bool ChangedRows()
    {
        if (Do == AddDate && Form.Dates.Count < SessionDetails.MostDates)
        {
            // Most courses keep their hours.
            Form.Dates.Add(new DateRow { Starts = Form.Dates.LastOrDefault()?.Starts, Ends = Form.Dates.LastOrDefault()?.Ends });
        }
        else if (Do?.StartsWith(RemoveDate, StringComparison.Ordinal) == true && int.TryParse(Do[RemoveDate.Length..], out var row) && row >= 0 && row < Form.Dates.Count && Form.Dates.Count > 1)
        {
            Form.Dates.RemoveAt(row);
        }
        else if (Do != AddDate)
        {
            return false;
        }
        ModelState.Clear();
        return true;
    }

    protected async Task<SessionDetails?> ReadAsync(CancellationToken cancel) => Reader.Read(await Desk.IdsAsync(Form.TrainerEmails, cancel));
}
