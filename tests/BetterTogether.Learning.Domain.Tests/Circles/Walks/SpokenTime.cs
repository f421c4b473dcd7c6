using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Domain.Tests.Circles.Walks;

/// <summary>10. Time counts only while somebody holds the piece and the circle runs, and only on the server.</summary>
internal sealed class SpokenTime : Invariant
{
    private readonly Dictionary<string, double> spoken = [];
    private double turn;

    public override void Look(Step step)
    {
        var (was, now) = (step.Before.Floor, step.After.Floor);
        if (was.State == FloorState.Holding && step.Before.Status == CircleStatus.Running) { turn += (step.NowUtc - step.BeforeUtc).TotalMilliseconds; }
        if (Step.Holds(was) && was.TurnId != now.TurnId)
        {
            spoken[was.SeatId!] = spoken.GetValueOrDefault(was.SeatId!) + turn;
            turn = 0;
        }
        if (!Step.Holds(now)) { turn = 0; }
        if (step.After.Status is CircleStatus.Closed or CircleStatus.Abandoned)
        {
            Demand(step.After.Seats.All(s => s.SpokenMs == 0), "Times outlived the circle");
            return;
        }
        Demand(Math.Abs(step.Seen.Floor.HeldMs - turn) < 50, "The turn's clock is wrong");
        foreach (var seat in step.After.Seats) { Demand(Math.Abs(seat.SpokenMs - spoken.GetValueOrDefault(seat.Id)) < 100, $"The time of {seat.Id} is wrong"); }
    }
}
