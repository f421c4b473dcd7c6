using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>When a circle is, wherever it is shown. One of a session is when its session is.</summary>
public static class CircleTimes
{
    /// <param name="planned">What it is planned for by itself.</param>
    /// <param name="dates">Of its session, in order; empty where it belongs to none.</param>
    /// <param name="atUtc">Now, or when it ended.</param>
    /// <returns>Of several dates the one to come, and the last where all are over; once it runs, the one it began on, however long it takes.</returns>
    public static Period When(this CircleStatus status, Period planned, IReadOnlyList<Period> dates, DateTime atUtc) =>
        dates.Count == 0 ? planned
        : status is CircleStatus.Draft or CircleStatus.Lobby ? dates.FirstOrDefault(d => d.EndsAtUtc > atUtc, dates[^1])
        : dates.LastOrDefault(d => d.StartsAtUtc <= atUtc, dates[0]);

    /// <summary>Planned for a time that is over, and never opened; it still may be.</summary>
    public static bool HasPassed(this CircleStatus status, Period when, DateTime nowUtc) => status == CircleStatus.Draft && when.EndsAtUtc <= nowUtc;

    public static bool IsOver(this CircleStatus status, Period when, DateTime nowUtc) => status is CircleStatus.Closed or CircleStatus.Abandoned || status.HasPassed(when, nowUtc);
}
