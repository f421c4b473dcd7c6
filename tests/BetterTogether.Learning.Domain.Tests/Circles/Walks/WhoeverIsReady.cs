using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Domain.Tests.Circles.Walks;

/// <summary>
/// 4. Popcorn: nobody has a second turn while somebody who asked has had none; the order is (turns this round, arrival); the first
/// claim wins while the floor is idle, the others queue without an error; a pass is legal at any time and can be taken back.
/// </summary>
internal sealed class WhoeverIsReady : Invariant
{
    private readonly List<string> arrival = [];
    private readonly Dictionary<string, int> turns = [];

    public override void Look(Step step)
    {
        if (step.NewRound || step.Stage.Mode != StageMode.Popcorn) { arrival.Clear(); turns.Clear(); }
        if (step.Stage.Mode != StageMode.Popcorn) { return; }
        var round = step.After.Round;
        var asked = arrival.ToList();
        arrival.RemoveAll(s => !round.Queue.Contains(s));
        arrival.AddRange(round.Queue.Except(arrival).ToList());
        Demand(arrival.SequenceEqual(round.Queue), "The queue is not in the order of arrival");
        Demand(step.After.Floor is not { State: FloorState.Idle, QuietUntilUtc: null } || step.Seen.Round.Next is null, "The piece lies in the middle, and somebody is said to be next");
        if (step.Command is CircleCommand.Take && !step.IsRepeated) { LookAtTheClaim(step); }
        if (step.Command is CircleCommand.Pass && !step.IsRepeated && step.Before.Status == CircleStatus.Running) { LookAtThePass(step); }
        if (!step.NewRound && step.NewTurn is not null) { LookAtTheNext(step, asked); }
        if (!step.NewRound && step.Ended is { } seat && !step.IsPutOff) { turns[seat] = TurnsOf(seat) + 1; }
    }

    private int TurnsOf(string seat) => turns.GetValueOrDefault(seat);

    private static void LookAtTheClaim(Step step)
    {
        var me = step.Before.Seats.FirstOrDefault(s => s.Id == step.SeatId);
        if (me is null || step.Before.Status != CircleStatus.Running || step.Before.Floor.QuietUntilUtc is not null || !Step.CouldSpeak(step.Before, me)) { return; }
        Demand(step.Answer.Accepted, "A claim was refused");
        var first = step.Before.Floor.State == FloorState.Idle && !step.Before.Round.Turns.Contains(me.Id) && step.Before.Round.Queue.Count == 0;
        if (first) { Demand(step.After.Floor.SeatId == me.Id && Step.Holds(step.After.Floor), "The first claim did not win"); }
    }

    private static void LookAtThePass(Step step)
    {
        var me = step.Before.Seats.FirstOrDefault(s => s.Id == step.SeatId);
        if (me is null or { AgreedVersion: null } || !Step.Speaks(step.Stage, me.Role)) { return; }
        Demand(step.Answer.Accepted || step.Answer.Refusal is StaleTurn, "A pass was refused");
        if (step.Changed) { Demand(!step.After.Round.Queue.Contains(me.Id) && step.After.Floor.SeatId != me.Id, "Who listens this round still waits for the piece"); }
    }

    private void LookAtTheNext(Step step, List<string> asked)
    {
        var next = step.After.Floor.SeatId!;
        var had = TurnsOf(next);
        var open = step.Before.Round.SecondTurns || step.After.Round.SecondTurns;
        foreach (var seat in asked.Where(s => s != next && !step.Is(s).SteppedOut && step.Is(s).Presence != Presence.Left && step.After.Round.Queue.Contains(s)))
        {
            if (had > 0) { Demand(TurnsOf(seat) > 0, $"{next} got another turn while {seat} asked and has had none"); }
            if (!Step.CouldSpeak(step.After, step.Is(seat)) || step.Before.Round.Deferred.Contains(next)) { continue; }
            Demand(TurnsOf(seat) > had || (TurnsOf(seat) == had && asked.Contains(next) && asked.IndexOf(next) < asked.IndexOf(seat)), $"{next} came before {seat}, who was first");
        }
        if (had > 0 && !open)
        {
            Demand(step.After.Seats.All(s => s.Id == next || !Step.CouldSpeak(step.After, s) || TurnsOf(s.Id) > 0 || s.Id == step.Before.Floor.SeatId || step.After.Round.Passed.Contains(s.Id)), "A second turn before second turns were open");
        }
    }
}
