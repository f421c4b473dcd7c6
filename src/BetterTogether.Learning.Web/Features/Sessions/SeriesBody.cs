using BetterTogether.Learning.Domain.Sessions;

namespace BetterTogether.Learning.Web.Features.Sessions;

/// <summary>A series as the API takes it in: "first Wednesday of the month, 10:00 to 11:30".</summary>
/// <param name="FirstMonth">Any London date in the first month.</param>
/// <param name="Ordinal">1 to 4, or 5 for the last of the month.</param>
/// <param name="Slots">London clock times, with how many sessions run side by side.</param>
/// <param name="SessionTitle">The title of each session; absent where topics are filled in later (the sessions are drafts then).</param>
public sealed record SeriesBody(
    string Name, SessionKind Kind, DateOnly FirstMonth, DateOnly LastMonth, IReadOnlyList<SlotPattern> Slots, int Capacity, int Ordinal = 1, DayOfWeek Weekday = DayOfWeek.Wednesday,
    IReadOnlyList<int>? SkippedMonths = null, bool SkipBankHolidays = true, string? SessionTitle = null, string? Place = null, string? JoinUrl = null, bool Publish = false)
{
    public SeriesDetails ToDetails() => new(Name ?? "", Kind, FirstMonth, LastMonth, Slots ?? [], Capacity, Ordinal, Weekday, SkippedMonths, SkipBankHolidays, SessionTitle, Place, JoinUrl);
}
