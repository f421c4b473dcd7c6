namespace BetterTogether.Learning.Domain.Circles;

/// <summary>Somebody's answer to the one question afterwards: did you feel heard? Read as counts only, from <see cref="FewestToShow"/> answers on.</summary>
public sealed class CircleFeedback
{
    public const int FewestToShow = 4;

    private CircleFeedback() { }

    public CircleFeedback(Guid circleId, Guid personId, Heard heard) => (CircleId, PersonId, Heard) = (circleId, personId, heard);

    public Guid CircleId { get; private set; }
    /// <summary>So that one person answers once; shown to nobody.</summary>
    public Guid PersonId { get; private set; }
    public Heard Heard { get; private set; }

    /// <summary>Where fewer people had a place, nobody would ever read the answers.</summary>
    public static bool IsAsked(int people) => people >= FewestToShow;

    public void Change(Heard heard) => Heard = heard;
}

public enum Heard
{
    Yes,
    Partly,
    NotThisTime,
}
