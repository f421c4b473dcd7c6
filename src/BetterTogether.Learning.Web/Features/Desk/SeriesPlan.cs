using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Web.Features.Desk;

/// <summary>What saving a new series would make: every day of the pattern, with its sessions or why it is left out.</summary>
public sealed record SeriesPlan(IReadOnlyList<SeriesPlan.Day> Days, int Sessions, bool IsBeyondKnownBankHolidays)
{
    /// <param name="Skipped">Why there is nothing on it; null where there is.</param>
    public sealed record Day(DateOnly Date, IReadOnlyList<Session> Sessions, string? Skipped);

    public static Result<SeriesPlan> Of(SeriesDetails details, DateTime nowUtc)
    {
        var made = Series.Create(details, nowUtc);
        if (made.Refusal is { } no) { return no; }
        var sessions = made.Value.MakeSessions(nowUtc);
        if (sessions.Count == 0) { return new Invalid("in-the-past", "Every day of this pattern is in the past", nameof(SeriesDetails.LastMonth)); }
        var byDay = sessions.ToLookup(s => s.Slot!.Day);
        var days = details.Days().Select(d => new Day(d.Date, [.. byDay[d.Date]], d.Skipped ?? (byDay[d.Date].Any() ? null : "already past"))).ToList();
        return new SeriesPlan(days, sessions.Count, details.SkipBankHolidays && days[^1].Date > BankHolidays.KnownTo);
    }
}
