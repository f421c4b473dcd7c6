using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Domain.Tests.Circles.Walks;

/// <summary>12. Where the bringer listens they are refused the floor; a listener seat may only welcome and thank; in silence nobody has the piece.</summary>
internal sealed class Listeners : Invariant
{
    public override void Look(Step step)
    {
        if (step.After.Floor.SeatId is { } seat && (step.NewTurn is not null || step.After.Floor.State != step.Before.Floor.State))
        {
            Demand(Step.Speaks(step.Stage, step.Is(seat).Role), $"A {step.Is(seat).Role} has the piece in a part in which they listen");
        }
        var waiting = step.After.Round.Order.Concat(step.After.Round.Queue);
        if (step.NewRound) { Demand(waiting.All(s => Step.Speaks(step.Stage, step.Is(s).Role)), "Somebody who listens is in the order"); }
        if (step.Command is CircleCommand.Take or CircleCommand.Accept && step.Before.Status == CircleStatus.Running && !Step.Speaks(step.Stage, step.Was(step.SeatId).Role)) { Demand(!step.Changed, "Somebody who listens took the piece"); }
    }
}
