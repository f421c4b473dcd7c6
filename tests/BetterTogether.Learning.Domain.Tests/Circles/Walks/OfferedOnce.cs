using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Tests.Circles.Walks;

/// <summary>
/// 3. Round the circle every present, eligible seat is offered the piece exactly once, the deferred once more; nobody has a second
/// turn. A finished round stays finished, but for who was put off and is back; where the piece lies in the middle, nobody who could have it waits. Closing is refused only while somebody of the round was not offered it.
/// </summary>
internal sealed class OfferedOnce : Invariant
{
    private readonly Dictionary<string, int> offers = [];
    private readonly Dictionary<string, int> turns = [];
    private readonly HashSet<string> putOff = [];
    private readonly HashSet<string> excused = [];

    public override void Look(Step step)
    {
        if (step.Command is CircleCommand.Close { Confirmed: false } && !step.IsRepeated) { LookAtClosing(step); }
        if (step.NewRound) { Clear(); }
        if (!Step.GoesRound(step.Stage) || step.After.Round.Number == 0) { return; }
        var round = step.After.Round;
        Excuse(step);
        putOff.UnionWith(round.Deferred.Concat(round.AskedAgain));
        if (step.NewTurn is not null) { CountOffer(step, step.After.Floor.SeatId!); }
        if (step.Ended is { } seat && !step.NewRound && !step.IsPutOff) { Demand((turns[seat] = turns.GetValueOrDefault(seat) + 1) == 1, $"{seat} had a second turn in a round"); }
        if (round.Finished) { LookAtTheEnd(step); }
        else if (step.Before.Round.Finished && !step.NewRound) { LookAtTheOpening(step); }
        if (step.After is { Status: CircleStatus.Running, Floor: { State: FloorState.Idle, QuietUntilUtc: null } }) { LookAtTheMiddle(step); }
    }

    private void Clear()
    {
        offers.Clear();
        turns.Clear();
        putOff.Clear();
        excused.Clear();
    }

    // Who passed, was out or away when the piece came by, or came late to a finished round is not owed an offer.
    private void Excuse(Step step)
    {
        excused.UnionWith(step.After.Round.Passed);
        if (step.After.Round.Finished) { excused.UnionWith(step.After.Seats.Select(s => s.Id).Except(step.After.Round.Order)); }
        if (step.After.Round.Finished && step.Before.Round.Finished && !step.NewRound) { return; }
        foreach (var seat in step.After.Seats.Where(s => !Step.CouldSpeak(step.After, s))) { excused.Add(seat.Id); }
    }

    private void CountOffer(Step step, string seat)
    {
        var count = offers[seat] = offers.GetValueOrDefault(seat) + 1;
        Demand(count == 1 || (count == 2 && putOff.Contains(seat)), $"{seat} was offered the piece {count} times in a round");
        Demand(step.Is(seat).AgreedVersion is not null, "The piece was offered to somebody who has not agreed");
    }

    private void LookAtTheEnd(Step step)
    {
        if (step.NewRound || !step.Before.Round.Finished)
        {
            foreach (var seat in step.After.Seats.Where(s => Step.CouldSpeak(step.After, s) && !excused.Contains(s.Id)))
            {
                Demand(offers.ContainsKey(seat.Id), $"The round is finished, and {seat.Id} was never offered the piece");
            }
            Demand(step.After.Floor.State == FloorState.Idle, "The round is finished, and the piece is with somebody");
            return;
        }
        if (step.NewTurn is not null) { Demand(step.Command is CircleCommand.Offer, "A finished round went on by itself"); }
    }

    private static void LookAtTheOpening(Step step) =>
        Demand(step.Before.Round.Deferred.Concat(step.After.Round.Deferred).Any(s => !step.Is(s).SteppedOut), "A finished round opened again, and nobody who was put off is back");

    private static void LookAtTheMiddle(Step step)
    {
        Demand(!step.After.Round.Deferred.Any(s => Step.CouldSpeak(step.After, step.Is(s))), "Who was put off is back, and the piece lies in the middle");
        Demand(step.Seen.Round.Next is null, "The piece lies in the middle, and somebody is said to be next");
    }

    private void LookAtClosing(Step step)
    {
        var refused = step.Answer.Refusal as NotEveryoneOffered;
        var round = step.Before.Round;
        if (refused is null)
        {
            if (step.Answer.Accepted && step.Changed && Step.GoesRound(step.Stage)) { Demand(!round.Order.Any(s => !round.Reached.Contains(s) && !round.Passed.Contains(s)), "It closed before everybody of the round was offered the piece"); }
            return;
        }
        Demand(refused.Seats.Count > 0 && !round.Finished, "Closing was refused although the round is finished");
        Demand(refused.Seats.All(s => round.Order.Contains(s) && !offers.ContainsKey(s)), "Closing was refused because of somebody who was offered the piece");
    }
}
