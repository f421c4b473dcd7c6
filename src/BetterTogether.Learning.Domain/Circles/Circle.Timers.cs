namespace BetterTogether.Learning.Domain.Circles;

/// <summary>What happens by itself. The caller keeps <see cref="NextDueUtc"/> beside the state and lets any node ring once it is due.</summary>
public sealed partial class Circle
{
    private static readonly TimeSpan AbandonedAfter = TimeSpan.FromHours(12);

    private static readonly TimeSpan BellRings = TimeSpan.FromSeconds(10);

    public DateTime? NextDueUtc => IsOver ? NextPassOnUtc : Earliest(QuietOverUtc, BellOverUtc, AskFacilitatorUtc, PutOffUtc, NextPassOnUtc, AbandonedAtUtc);

    // A waiting room that was opened days before waits for its time: until then nobody is missing.
    private DateTime? AbandonedAtUtc =>
        (state.Status == CircleStatus.Lobby && state.StartsAtUtc > state.EmptySinceUtc ? state.StartsAtUtc : state.EmptySinceUtc) + AbandonedAfter;

    private DateTime? QuietOverUtc => Runs ? state.Floor.QuietUntilUtc : null;

    private DateTime? BellOverUtc => state.BellAtUtc + BellRings;

    private DateTime? AskFacilitatorUtc => state.Floor.FacilitatorAsked ? null : state.Floor.AwaySinceUtc + Grace;

    // Twice the grace without the one and without anybody who could decide.
    private DateTime? PutOffUtc => state.Floor.AwaySinceUtc is { } away && state.UnledSinceUtc is { } unled ? (away > unled ? away : unled) + 2 * Grace : null;

    /// <summary>Does all that is due. Early, late or twice does no harm.</summary>
    public CircleAnswer Tick(DateTime nowUtc) => Decide(nowUtc, () =>
    {
        if (AbandonedAtUtc <= nowUtc && !IsOver)
        {
            End(CircleStatus.Abandoned);
            return null;
        }
        if (QuietOverUtc <= nowUtc) { state = state with { Floor = state.Floor with { QuietUntilUtc = null } }; }
        if (BellOverUtc <= nowUtc) { StopTheBell(); }
        if (PutOffUtc <= nowUtc) { EndTurn(TurnEnd.Deferred); }
        if (AskFacilitatorUtc <= nowUtc) { state = state with { Floor = state.Floor with { FacilitatorAsked = true } }; }
        PassOn();
        return null;
    });

    private static DateTime? Earliest(params ReadOnlySpan<DateTime?> times)
    {
        DateTime? first = null;
        foreach (var time in times) { if (time is not null && (first is null || time < first)) { first = time; } }
        return first;
    }
}
