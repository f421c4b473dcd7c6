using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Bookings;

/// <summary>How long an offered place is held.</summary>
/// <param name="WorkingHours">Working hours of the person it is offered to (08:00 to 18:00 on their working days).</param>
/// <param name="ToAllDays">In this many last working days before the session a freed place is offered to all waiting at once.</param>
public sealed record OfferPolicy(int WorkingHours = 8, int ToAllDays = 2)
{
    /// <summary>Never past the start of the session.</summary>
    public DateTime UntilUtc(Session session, WorkingDays pattern, DateTime nowUtc)
    {
        var until = nowUtc.AddWorkingHours(TimeSpan.FromHours(WorkingHours), pattern);
        return until < session.StartsAtUtc ? until : session.StartsAtUtc;
    }

    public bool IsToAll(Session session, DateTime nowUtc) =>
        nowUtc >= session.StartsAtUtc.ToLondonDate().WorkingDaysBefore(ToAllDays).StartOfDayUtc();
}
