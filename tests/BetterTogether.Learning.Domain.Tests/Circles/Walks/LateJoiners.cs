using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Domain.Tests.Circles.Walks;

/// <summary>8. A late joiner is placed before the end of the round and never inherits "done".</summary>
internal sealed class LateJoiners : Invariant
{
    public override void Look(Step step)
    {
        if (step.NewRound || step.Before.Status is not (CircleStatus.Running or CircleStatus.Paused or CircleStatus.Held) || step.After.Round.Number == 0 || !step.Changed) { return; }
        var round = step.After.Round;
        foreach (var seat in round.Order.Except(step.Before.Round.Order))
        {
            Demand(round.Order[^1] == seat, "A late joiner was put before somebody");
            Demand(!step.Before.Round.Finished && !step.Before.Round.Reached.Contains(seat), "A late joiner came into a round that was over for them");
            Demand(!round.Finished && !step.Seen.Round.Done.Contains(seat), "A late joiner inherited \"done\"");
        }
        if (step.Command is CircleCommand.Consent && Joins(step)) { Demand(round.Order.Contains(step.SeatId), "Whoever agreed late has no place in the round"); }
    }

    private static bool Joins(Step step) => Step.GoesRound(step.Stage) && !step.Before.Round.Finished && step.Was(step.SeatId) is { AgreedVersion: null } me
        && me.Presence != Presence.Left && Step.Speaks(step.Stage, me.Role);
}
