using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Domain.Tests.Circles.Walks;

/// <summary>7. A holder who drops keeps the turn, with the clock stopped; after the grace the facilitator is asked; without a facilitator the turn is put off after twice the grace.</summary>
internal sealed class HolderDrops : Invariant
{
    private DateTime? awaySince;
    private DateTime? unledSince;

    public override void Begin(CircleState state) => unledSince = A.Now;

    public override void Look(Step step)
    {
        var (was, now) = (step.Before.Floor, step.After.Floor);
        var same = was.TurnId is not null && was.TurnId == now.TurnId;
        var isLed = step.After.Seats.Any(s => s is { Role: SeatRole.Facilitator or SeatRole.CoFacilitator, Presence: Presence.Here });
        var overdue = awaySince is { } away && unledSince is { } unled && step.NowUtc - away >= 2 * Circle.Grace && step.NowUtc - unled >= 2 * Circle.Grace;
        if (step.What == "Tick" && !IsOver(step.After)) { LookAtTheBell(step, same, overdue); }
        var isAway = now.SeatId is { } seat && step.Is(seat).Presence != Presence.Here;
        Demand(!isAway || now.State is FloorState.HolderAway or FloorState.Offered, "The holder is away and the turn goes on");
        Demand(now.State != FloorState.HolderAway || (isAway && now.RunsSinceUtc is null), "Holder away, and yet here, or with the clock running");
        if (same && was.State == FloorState.HolderAway && !isAway) { Demand(now.State == FloorState.Holding || step.Command is CircleCommand.Silence, "Back, and the same turn did not go on"); }
        if (step.Command is CircleCommand.MoveOn && step.Changed && was.State == FloorState.HolderAway && was.SeatId is { } moved && !step.Before.Round.AskedAgain.Contains(moved) && step.Was(moved).Presence == Presence.Away)
        {
            Demand(step.After.Round.Deferred.Contains(moved), "Moved on from somebody who dropped, and they are not asked again");
        }
        awaySince = isAway ? (same ? awaySince ?? step.NowUtc : step.NowUtc) : null;
        unledSince = isLed ? null : unledSince ?? step.NowUtc;
    }

    private void LookAtTheBell(Step step, bool same, bool overdue)
    {
        if (awaySince is not { } away) { return; }
        if (same) { Demand(step.After.Floor.FacilitatorAsked == (step.NowUtc - away >= Circle.Grace), "The facilitator is asked too early or too late"); }
        Demand(overdue != same, overdue ? "Nobody is there to decide, and the turn was not put off" : "The turn was put off too early");
        if (overdue && Step.Holds(step.Before.Floor) && !step.Before.Round.AskedAgain.Contains(step.Before.Floor.SeatId!)) { Demand(step.After.Round.Deferred.Contains(step.Before.Floor.SeatId!), "Put off, and not asked again"); }
    }

    private static bool IsOver(CircleState state) => state.Status is CircleStatus.Closed or CircleStatus.Abandoned;
}
