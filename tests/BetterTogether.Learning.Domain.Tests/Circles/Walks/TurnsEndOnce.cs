using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Domain.Tests.Circles.Walks;

/// <summary>2. Only the holder, a facilitator with a recorded reason, or the absence rule ends a turn. Granted once, ended once.</summary>
internal sealed class TurnsEndOnce : Invariant
{
    private readonly HashSet<string> granted = [];
    private readonly HashSet<string> ended = [];

    public override void Look(Step step)
    {
        var (was, now) = (step.Before.Floor, step.After.Floor);
        if (Step.Holds(now) && now.TurnId != (Step.Holds(was) ? was.TurnId : null)) { Demand(granted.Add(now.TurnId!), "A turn was granted twice"); }
        if (!Step.Holds(was) || (Step.Holds(now) && now.TurnId == was.TurnId)) { return; }
        Demand(ended.Add(was.TurnId!), "A turn was ended twice");
        Demand(IsByTheHolder(step, was) || IsByAFacilitatorWithAReason(step, was) || IsByAbsence(step, was) || IsByAbandonment(step), $"Turn {was.TurnId} was ended by {step.What} of person {step.Person}");
    }

    private static bool IsByTheHolder(Step step, Floor was) => step.SeatId == was.SeatId && step.What is
        "Release" or "Pass" or "Defer" or "StepOut" or "Leave" or "NextStage" or "NextRound" or "Choose" or "Close";

    private static bool IsByAFacilitatorWithAReason(Step step, Floor was) => step.Person >= 0
        && step.Was(step.SeatId).Role is SeatRole.Facilitator or SeatRole.CoFacilitator
        && ((step.What is "MoveOn" or "AskToLeave" && step.After.MovedOn.Any(e => e.TurnId == was.TurnId && e.Reason.Trim().Length > 0 && e.By == step.SeatId))
            || step.Command is CircleCommand.Close { Confirmed: true });

    private static bool IsByAbsence(Step step, Floor was) => step.What == "Tick" && was.State == FloorState.HolderAway && step.NowUtc - was.AwaySinceUtc >= 2 * Circle.Grace
        && !step.Before.Seats.Any(s => s is { Role: SeatRole.Facilitator or SeatRole.CoFacilitator, Presence: Presence.Here });

    private static bool IsByAbandonment(Step step) => step.What == "Tick" && step.After.Status == CircleStatus.Abandoned;
}
