using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Domain.Tests.Circles.Walks;

/// <summary>6. Dropping and returning changes neither order, queue, deferral nor role. Where nothing is known, nothing moves.</summary>
internal sealed class DroppingAndReturning : Invariant
{
    public override void Look(Step step)
    {
        if (step.What == "Tick" && !IsDue(step)) { Demand(!step.Changed, "Something moved although nothing was due"); }
        if (step.What is not ("Come" or "Drop") || !step.Changed || step.Was(step.SeatId).Presence == Presence.Left) { return; }
        var (was, now) = (step.Before, step.After);
        // Coming back to a free floor can bring somebody the piece, and take them from the list they waited in.
        var offered = step.NewTurn is not null ? now.Floor.SeatId : null;
        Demand(offered is null || (was.Floor.State == FloorState.Idle && (step.What == "Come" || was.Floor.QuietUntilUtc is not null)), "The piece moved because of a connection");
        Demand(was.Floor.SeatId is null || (now.Floor.SeatId == was.Floor.SeatId && now.Floor.TurnId == was.Floor.TurnId), "The turn changed because of a connection");
        Demand(was.Round.Order.SequenceEqual(now.Round.Order), "The order changed because of a connection");
        Demand(was.Round.Queue.Where(s => s != offered).SequenceEqual(now.Round.Queue), "The queue changed because of a connection");
        Demand(was.Round.Deferred.Where(s => s != offered).All(now.Round.Deferred.Contains), "Somebody who was put off was forgotten");
        Demand(was.Seats.Select(s => s.Role).SequenceEqual(now.Seats.Select(s => s.Role)) && was.CoFacilitators.SequenceEqual(now.CoFacilitators), "A role changed because of a connection");
    }

    private static bool IsDue(Step step) => new Circle(step.Before).NextDueUtc <= step.NowUtc;
}
