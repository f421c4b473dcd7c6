using System.Globalization;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Sessions;

/// <summary>The one confirmation for a day booked in one press; shows what is true now, so it may be reloaded or bookmarked.</summary>
public sealed class LearningWednesdayBookedModel(SessionQueries sessions) : PageModel
{
    public DateOnly Date { get; private set; }
    public IReadOnlyList<SessionCard> Mine { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string day, CancellationToken cancel)
    {
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) { return NotFound(); }
        Date = date;
        Mine = [.. (await sessions.DayAsync(new Viewer(User.Id(), IsDesk: false), date, cancel)).Where(c => c.My is not null)];
        return Page();
    }
}
