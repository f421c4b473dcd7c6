namespace BetterTogether.Learning.Domain.People;

/// <summary>Somebody is away for long: the days alone, never why. London days, both belong to it.</summary>
public sealed class AwayPeriod
{
    private AwayPeriod() { }

    public AwayPeriod(Guid id, Guid personId, DateOnly from, DateOnly? until = null) => (Id, PersonId, From, Until) = (id, personId, from, until);

    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }
    public DateOnly From { get; private set; }

    /// <summary>The last day away; null while nobody knows it.</summary>
    public DateOnly? Until { get; private set; }

    public bool Covers(DateOnly day) => From <= day && (Until is not { } until || day <= until);

    public void EndOn(DateOnly? lastDay) => Until = lastDay;
}
