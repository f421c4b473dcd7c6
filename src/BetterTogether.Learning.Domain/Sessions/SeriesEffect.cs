namespace BetterTogether.Learning.Domain.Sessions;

/// <summary>What a change of a series makes of one of its sessions.</summary>
/// <param name="Wanted">The session as it would be.</param>
/// <param name="ByHand">Names of what was changed by hand and so stays.</param>
public sealed record SeriesEffect(Session Session, SessionDetails Wanted, IReadOnlyList<string> ByHand)
{
    /// <summary>Names of what the session takes over from the series.</summary>
    public IReadOnlyList<string> Taken { get; } = Differences(Session.Details, Wanted);

    public bool Follows => Taken.Count > 0;

    internal static IReadOnlyList<string> Differences(SessionDetails a, SessionDetails b) =>
    [
        .. new[]
        {
            a.Title != b.Title ? nameof(SessionDetails.Title) : null,
            !a.Dates.SequenceEqual(b.Dates) ? nameof(SessionDetails.Dates) : null,
            a.Place != b.Place ? nameof(SessionDetails.Place) : null,
            a.JoinUrl != b.JoinUrl ? nameof(SessionDetails.JoinUrl) : null,
            a.Capacity != b.Capacity ? nameof(SessionDetails.Capacity) : null,
        }.OfType<string>(),
    ];
}
