using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;

namespace BetterTogether.Learning.Web.Features.Shared;

/// <summary>An open session somebody came to or ran.</summary>
public sealed record PastSession
{
    public required Guid SessionId { get; init; }
    public required string Title { get; init; }
    public required string? Tags { get; init; }
    public required DateTime EndedAtUtc { get; init; }
    public required bool Facilitated { get; init; }

    public DateOnly On => EndedAtUtc.ToLondonDate();
}

/// <summary>What a person has behind them, in one query: the plan offers it as "what I did", the CPD record as an entry. Private sessions never.</summary>
public static class PastSessions
{
    public static IQueryable<PastSession> Of(LearningDb db, Guid personId, DateTime fromUtc, DateTime toUtc)
    {
        var open = db.Sessions.Where(s => s.Visibility == Visibility.Open && s.Status == SessionStatus.Published && s.EndsAtUtc >= fromUtc && s.EndsAtUtc < toUtc);
        var attended = from booking in db.Bookings
                       join session in open on booking.SessionId equals session.Id
                       where booking.PersonId == personId && booking.Status == BookingStatus.Confirmed
                          && db.Attendances.Count(a => a.BookingId == booking.Id && a.State == AttendanceState.Attended) >= (session.DatesToComplete ?? 1)
                       select new { session.Id, session.Title, session.Tags, session.EndsAtUtc, Facilitated = false };
        var facilitated = from trainer in db.Set<SessionTrainer>()
                          join session in open on trainer.SessionId equals session.Id
                          where trainer.PersonId == personId
                          select new { session.Id, session.Title, session.Tags, session.EndsAtUtc, Facilitated = true };
        return attended.Concat(facilitated).OrderByDescending(s => s.EndsAtUtc).Select(s => new PastSession { SessionId = s.Id, Title = s.Title, Tags = s.Tags, EndedAtUtc = s.EndsAtUtc, Facilitated = s.Facilitated });
    }
}
