using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Sessions;

/// <summary>One date of a session. It keeps its id when it moves, so that the calendar entry of each booking can follow.</summary>
public sealed class SessionDate
{
    private SessionDate() { }

    internal SessionDate(Guid id, Guid sessionId, Period period) => (Id, SessionId, StartsAtUtc, EndsAtUtc) = (id, sessionId, period.StartsAtUtc, period.EndsAtUtc);

    public Guid Id { get; private set; }
    public Guid SessionId { get; private set; }
    public DateTime StartsAtUtc { get; private set; }
    public DateTime EndsAtUtc { get; private set; }

    public Period Period => new(StartsAtUtc, EndsAtUtc);

    internal void Move(Period to) => (StartsAtUtc, EndsAtUtc) = (to.StartsAtUtc, to.EndsAtUtc);
}
