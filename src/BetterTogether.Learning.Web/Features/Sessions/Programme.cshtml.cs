using System.Globalization;
using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Features.Bookings;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace BetterTogether.Learning.Web.Features.Sessions;

[AllowAnonymous, EnableRateLimiting(RateLimits.Search)]
public sealed class ProgrammeModel(SessionQueries sessions, BookingService bookings, TimeProvider clock) : PageModel
{
    private const int PageSize = 30;
    private const int MonthsAhead = 12;

    public sealed record DayOfCards(DateOnly Date, bool Wednesday, IReadOnlyList<SessionCard> Cards);

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public SessionKind? Kind { get; set; }

    /// <summary>yyyy-MM</summary>
    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Free { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    /// <summary>The objective of one's own that training is looked for.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Objective { get; set; }

    public IReadOnlyList<SessionCard> Cards { get; private set; } = [];
    public IReadOnlyList<DayOfCards> Days { get; private set; } = [];
    public string? Next { get; private set; }
    public MonthView? Calendar { get; private set; }
    public IReadOnlyList<Upcoming> Offers { get; private set; } = [];
    public Upcoming? YourNext { get; private set; }
    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || Kind is not null || Month is not null || Free || After is not null;

    public IEnumerable<(string Value, string Text)> Months => Enumerable.Range(0, MonthsAhead)
        .Select(i => new DateOnly(sessions.Today.Year, sessions.Today.Month, 1).AddMonths(i))
        .Select(m => (m.ToString("yyyy-MM", CultureInfo.InvariantCulture), m.ToString("MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"))));

    public string Later(string after) => QueryHelpers(after);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        // A bad value in a filter is no filter: an old bookmark still shows the programme.
        ModelState.Clear();
        var month = DateOnly.TryParseExact($"{Month}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? first : (DateOnly?)null;
        var from = month is { } m && m > sessions.Today ? m : sessions.Today;
        var page = await sessions.ProgrammeAsync(new Viewer(User.IdOrNull(), IsDesk: false),
            new ProgrammeFilter(from, month?.AddMonths(1).AddDays(-1), Kind, Q, After, Free, Size: PageSize, Status: SessionStatus.Published), cancel);
        (Cards, Next) = ([.. page.Items.Select(c => c with { ForObjective = Objective })], page.Next);
        Days = [.. Cards.GroupBy(c => (c.Day, Wednesday: c.Kind == SessionKind.LearningWednesday)).Select(g => new DayOfCards(g.Key.Day, g.Key.Wednesday && g.Count() > 1, [.. g]))];
        if (month is not null || Cards.Count > 0) { Calendar = MonthView.Of(month ?? Cards[0].Day, sessions.Today, Cards); }
        if (User.IdOrNull() is not { } me) { return; }
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var mine = await bookings.UpcomingAsync(me, nowUtc, cancel);
        Offers = [.. mine.Where(b => b.Status == BookingStatus.Offered).DistinctBy(b => b.BookingId)];
        YourNext = mine.FirstOrDefault(b => b.Status == BookingStatus.Confirmed);
    }

    private string QueryHelpers(string after) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(Links.Programme, new Dictionary<string, string?>
    {
        [nameof(Q)] = Q, [nameof(Kind)] = Kind?.ToString(), [nameof(Month)] = Month, [nameof(Free)] = Free ? "true" : null, [nameof(After)] = after, ["objective"] = Objective?.ToString(),
    }.Where(p => p.Value is { Length: > 0 }));
}
