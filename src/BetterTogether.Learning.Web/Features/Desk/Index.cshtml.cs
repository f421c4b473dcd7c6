using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Features.Sessions;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Desk;

public sealed class IndexModel(SessionQueries sessions) : PageModel
{
    private const int PageSize = 50;
    // Back far enough for a register that was forgotten, on far enough for next year's programme.
    private const int MonthsBack = 3;
    private const int MonthsOn = 18;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public SessionKind? Kind { get; set; }

    /// <summary>"2026-09"; everything from today when empty.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    [BindProperty(SupportsGet = true)]
    public SessionStatus? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public ProgrammePage Found { get; private set; } = new([], null);

    public bool IsDesk => User.IsDesk();
    public bool MayMake => IsDesk || User.IsInRole(nameof(Roles.Facilitator));
    public bool IsFiltered => !string.IsNullOrWhiteSpace(Text) || Kind is not null || ChosenMonth is not null || Status is not null;
    public DateOnly Today => sessions.Today;

    public IEnumerable<DateOnly> Months => Enumerable.Range(-MonthsBack, MonthsBack + MonthsOn).Select(new DateOnly(Today.Year, Today.Month, 1).AddMonths);

    public string? Next => Found.Next is { } after ? Links.DeskPage(Text, Kind, Month, Status, after) : null;

    public DateOnly? ChosenMonth => MonthText.Read(Month);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var month = ChosenMonth;
        var filter = new ProgrammeFilter(month, month?.AddMonths(1).AddDays(-1), Kind, Text, After, Size: PageSize, Status: Status, Led: !IsDesk);
        Found = await sessions.ProgrammeAsync(Viewer.From(User), filter, cancel);
    }
}
