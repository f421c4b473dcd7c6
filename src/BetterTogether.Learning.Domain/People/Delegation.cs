using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.People;

/// <summary>Somebody stands in for a line manager for a while. Both days are London days and belong to it.</summary>
public sealed class Delegation
{
    /// <summary>Longer than this, the directory should name another line manager.</summary>
    public const int MostDays = 183;

    private Delegation() { }

    public Guid Id { get; private set; }
    public Guid ManagerId { get; private set; }
    public Guid DelegateId { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly Until { get; private set; }
    public DateTime? EndedAtUtc { get; private set; }

    public static Result<Delegation> Agree(Guid managerId, Guid delegateId, DateOnly from, DateOnly until, DateTime nowUtc)
    {
        if (managerId == delegateId) { return new StandInForOneself(); }
        if (until < from || until < nowUtc.ToLondonDate()) { return new StandInEndsTooEarly(); }
        if (until.DayNumber - from.DayNumber > MostDays) { return new StandInTooLong(); }
        return new Delegation { Id = Ids.New(nowUtc), ManagerId = managerId, DelegateId = delegateId, From = from, Until = until };
    }

    public bool IsInForce(DateOnly today) => EndedAtUtc is null && From <= today && today <= Until;

    public void End(DateTime nowUtc) => EndedAtUtc ??= nowUtc;
}
