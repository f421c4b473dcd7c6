using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Tests.Circles.Walks;

/// <summary>9. Leaving, or being asked to leave, takes the seat out of order, queue and deferral at once; somebody asked to leave cannot come back in.</summary>
internal sealed class Leaving : Invariant
{
    private readonly HashSet<string> asked = [];

    public override void Look(Step step)
    {
        var (round, floor) = (step.After.Round, step.After.Floor);
        if (step.Command is CircleCommand.AskToLeave ask && step.Changed) { asked.Add(ask.SeatId); }
        foreach (var seat in step.After.Seats.Where(s => s.Presence == Presence.Left && step.After.Status is not (CircleStatus.Closed or CircleStatus.Abandoned)))
        {
            Demand(!round.Order.Contains(seat.Id) && !round.Queue.Contains(seat.Id) && !round.Deferred.Contains(seat.Id) && floor.SeatId != seat.Id, $"{seat.Id} left and is still in the round");
        }
        foreach (var seat in asked)
        {
            Demand(step.Is(seat) is { Presence: Presence.Left, AskedToLeave: true }, "Somebody who was asked to leave came back in");
            Demand(step.Circle.For(step.Is(seat).PersonId!.Value, step.NowUtc).Refusal is WasAskedToLeave, "Somebody who was asked to leave still sees the circle");
        }
        if (step.Person >= 0 && asked.Contains(step.SeatId) && step.What is not ("Leave" or "Drop" or "Admit" or "Voice")) { Demand(!step.Changed, "Somebody who was asked to leave did something"); }
    }
}
