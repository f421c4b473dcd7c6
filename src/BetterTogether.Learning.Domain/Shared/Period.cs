namespace BetterTogether.Learning.Domain.Shared;

/// <summary>From a moment (inclusive) to a later one (exclusive), both UTC.</summary>
public readonly record struct Period(DateTime StartsAtUtc, DateTime EndsAtUtc)
{
    public bool Overlaps(Period other) => StartsAtUtc < other.EndsAtUtc && other.StartsAtUtc < EndsAtUtc;

    /// <summary>The pause between two periods that do not overlap; zero or less where they touch or overlap.</summary>
    public TimeSpan GapTo(Period other) => StartsAtUtc < other.StartsAtUtc ? other.StartsAtUtc - EndsAtUtc : StartsAtUtc - other.EndsAtUtc;

    public override string ToString() => London.Words(StartsAtUtc, EndsAtUtc);
}
