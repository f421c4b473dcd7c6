using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Domain.Tests.Circles.Walks;

/// <summary>11. Roles belong to people. Two tabs are one seat. A facilitator's absence pauses and never ends the circle; co-facilitators take over in order, when asked.</summary>
internal sealed class Roles : Invariant
{
    private DateTime emptySince = A.Now;

    public override void Look(Step step)
    {
        var (was, now) = (step.Before, step.After);
        var facilitator = now.Seats.Single(s => s.Role == SeatRole.Facilitator);
        Demand(now.Seats.Where(s => s.PersonId is not null).GroupBy(s => s.PersonId).All(g => g.Count() == 1), "One person has two seats");
        Demand(now.Seats.Select(s => s.Id).Distinct().Count() == now.Seats.Count, "Two people have one seat");
        Demand(now.Status != CircleStatus.Running || facilitator.Presence == Presence.Here, "It runs without its facilitator");
        Demand(now.Seats.Where(s => s.Role == SeatRole.CoFacilitator).Select(s => s.Id).Order(StringComparer.Ordinal).SequenceEqual(now.CoFacilitators.Order(StringComparer.Ordinal)), "Co-facilitators and their order differ");
        if (step.What == "Come" && was.Seats.FirstOrDefault(s => s.Id == step.SeatId)?.Presence == Presence.Here) { Demand(!step.Changed, "A second tab changed something"); }
        if (step.What is "Drop" or "Leave" && was.Seats.Single(s => s.Role == SeatRole.Facilitator).Id == step.SeatId) { LookAtTheAbsence(step); }
        if (was.Seats.Single(s => s.Role == SeatRole.Facilitator).Id is var before && before != facilitator.Id) { LookAtTheTakeover(step, before, facilitator.Id); }
        if (now.Status == CircleStatus.Abandoned && was.Status != CircleStatus.Abandoned) { Demand(step.What == "Tick" && step.NowUtc - emptySince >= TimeSpan.FromHours(12), "Abandoned, and somebody was there"); }
        if (now.Status is CircleStatus.Closed && was.Status is not CircleStatus.Closed) { Demand(step.What is "Close" or "HandOver", "Something else than closing ended the circle"); }
        if (now.Seats.Any(s => s.Presence == Presence.Here)) { emptySince = DateTime.MaxValue; }
        else if (emptySince == DateTime.MaxValue) { emptySince = step.NowUtc; }
    }

    private static void LookAtTheAbsence(Step step)
    {
        Demand(step.After.Status is not CircleStatus.Running, "The facilitator is away, and it runs on");
        Demand(step.Before.Status != CircleStatus.Running || step.After.Status == CircleStatus.Paused, "The facilitator's absence did not pause it");
        Demand(step.After.Seats.Single(s => s.Role == SeatRole.Facilitator).Id == step.SeatId, "Somebody was elected");
    }

    private static void LookAtTheTakeover(Step step, string from, string to)
    {
        Demand(step.Command is CircleCommand.Resume or CircleCommand.Start && step.SeatId == to, "A take-over that nobody asked for");
        Demand(step.Was(from).Presence != Presence.Here, "A take-over from a facilitator who is here");
        Demand(step.Command is CircleCommand.Start || step.Before.CoFacilitators.First(id => step.Was(id).Presence == Presence.Here) == to, "A take-over out of order");
    }
}
