using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Domain.Tests.Circles.Walks;

/// <summary>5. Reordering permutes only seats not yet offered and never changes the holder. Nothing else permutes anything.</summary>
internal sealed class Reordering : Invariant
{
    public override void Look(Step step)
    {
        if (step.NewRound || step.Before.Round.Begun != step.After.Round.Begun || step.After.Round.Number == 0) { return; }
        var (was, now) = (step.Before.Round.Order, step.After.Round.Order);
        if (step.Command is not CircleCommand.Reorder { } command)
        {
            // People come and go; who stays, stays in order.
            Demand(was.Where(now.Contains).SequenceEqual(now.Where(was.Contains)), $"{step.What} changed the order");
            return;
        }
        Demand(was.Order(StringComparer.Ordinal).SequenceEqual(now.Order(StringComparer.Ordinal)), "Reordering lost or added a seat");
        for (var i = 0; i < was.Count; i++)
        {
            if (step.Before.Round.Reached.Contains(was[i])) { Demand(now[i] == was[i], "Reordering moved a seat that was offered the piece"); }
        }
        Demand(step.After.Floor.TurnId == step.Before.Floor.TurnId || step.Before.Floor.TurnId is null, "Reordering changed who has the piece");
        if (step.Changed) { Demand(now.Where(s => !step.Before.Round.Reached.Contains(s)).SequenceEqual(command.Order.Where(s => !step.Before.Round.Reached.Contains(s))), "The order is not the one that was asked for"); }
    }
}
