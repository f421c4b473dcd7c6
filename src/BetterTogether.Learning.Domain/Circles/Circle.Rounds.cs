using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Circles;

/// <summary>Whose turn comes next: round the circle, or to whoever is ready.</summary>
public sealed partial class Circle
{
    /// <summary>Where the floor is free, offers the piece to whoever is next.</summary>
    private void HandOn()
    {
        if (!Runs || !state.Floor.IsIdle || state.Floor.QuietUntilUtc > nowUtc) { return; }
        var next = Stage.GoesRound ? NextRoundTheCircle() : Stage.IsForWhoeverIsReady ? NextWaiting() : null;
        if (next is not null) { OfferTo(next); }
    }

    // Whoever is away keeps their place and is offered the piece as soon as they are back; the others do not wait for them.
    private string? NextRoundTheCircle()
    {
        if (!state.Round.Begun) { return null; }
        foreach (var id in state.Round.Order)
        {
            if (state.Round.Reached.Contains(id)) { continue; }
            var seat = The(id);
            if (!state.Round.Passed.Contains(id) && !seat.SteppedOut)
            {
                if (IsReady(seat)) { return id; }
                continue;
            }
            // The piece goes by, and the group sees no more than that it has been there; whoever is out is asked once they are back.
            var round = state.Round.Reach(id);
            state = state with { Round = seat.SteppedOut && !state.Round.Passed.Contains(id) ? round.Defer(id) : round };
        }
        NoticeTheEnd();
        return state.Round.Deferred.FirstOrDefault(id => IsReady(The(id)));
    }

    // A step-out must not show as a round that will not end; for whoever is back, it opens once more.
    private void NoticeTheEnd()
    {
        var round = state.Round;
        var finished = round.Order.All(round.Reached.Contains) && round.Deferred.All(id => The(id).SteppedOut);
        if (finished != round.Finished) { state = state with { Round = round with { Finished = finished } }; }
    }

    /// <summary>Of those who asked and are ready, the first by (turns this round, arrival); then who was put off; a second turn only once they are open.</summary>
    private string? NextWaiting()
    {
        var round = state.Round;
        var asked = round.Queue.Where(id => IsReady(The(id)));
        if (Stage.Mode == StageMode.Open) { return asked.FirstOrDefault() ?? round.Deferred.FirstOrDefault(id => IsReady(The(id))); }
        var first = asked.MinBy(round.TurnsOf);
        if (first is not null && round.TurnsOf(first) == 0) { return first; }
        if (round.Deferred.FirstOrDefault(id => IsReady(The(id))) is { } deferred) { return deferred; }
        return first is not null && SecondTurnsAreOpen() && !SomebodyAskedInVain() ? first : null;
    }

    /// <summary>Why the piece cannot go straight to this seat, past the others.</summary>
    private Refusal? WaitsFor(string id)
    {
        if (!Stage.IsForWhoeverIsReady) { return null; }
        if (NextWaiting() is { } next && next != id) { return new AskedFirst(); }
        if (Stage.Mode != StageMode.Popcorn || state.Round.TurnsOf(id) == 0) { return null; }
        return SomebodyAskedInVain() ? new AskedFirst() : SecondTurnsAreOpen() ? null : new SecondTurnsLater();
    }

    // Whoever asked keeps the claim while their connection is lost.
    private bool SomebodyAskedInVain() =>
        state.Round.Queue.Concat(state.Round.Deferred).Any(id => state.Round.TurnsOf(id) == 0 && !The(id).SteppedOut);

    // Who is away or stepped out counts as not having spoken: neither a lost connection nor a step-out may move the piece.
    private bool SecondTurnsAreOpen() => state.Round.SecondTurns
        || state.Seats.All(seat => !IsPartOfRounds(seat) || state.Round.TurnsOf(seat.Id) > 0 || state.Round.Passed.Contains(seat.Id));

    private Refusal? BeginWith(Seat seat)
    {
        if (MayBegin(seat) is { } no) { return no; }
        var order = From(seat.Id, state.Round.Order);
        state = state with { Round = state.Round with { Begun = true, Order = Stage.ManagersLast ? ManagersToTheEnd(order, seat.Id) : order }, LastFirst = seat.Id };
        return null;
    }

    private void BeginRound(int number, string prompt)
    {
        var round = new Round(number, prompt) { Begun = !(Stage.GoesRound && Stage.Begins == Begins.Volunteer) };
        state = state with { Floor = Floor.Free, Round = round };
        if (!Stage.GoesRound) { return; }
        IReadOnlyList<string> ring = [.. Ring().Where(seat => IsPartOfRounds(seat)).Select(seat => seat.Id)];
        if (ring.Count == 0) { return; }
        var chosen = number == 1 && Stage.Begins == Begins.Facilitator ? Facilitator.Id : null;
        var order = From(chosen ?? SeatAfter(state.LastFirst, ring), ring);
        state = state with { Round = round with { Order = Stage.ManagersLast ? ManagersToTheEnd(order, chosen) : order } };
        if (round.Begun) { state = state with { LastFirst = state.Round.Order[0] }; }
    }

    private bool IsPartOfRounds(Seat seat) => seat.HasAgreed && seat.Presence != Presence.Left && Stage.Lets(seat.Role);

    private IEnumerable<Seat> Ring() => Stage.Direction == Direction.Clockwise ? state.Seats : state.Seats.Reverse();

    // The ring never changes, so the seat after one that is out of this round is still known.
    private string SeatAfter(string? last, IReadOnlyList<string> ring)
    {
        var seats = Ring().Select(seat => seat.Id).ToList();
        var at = last is null ? -1 : seats.IndexOf(last);
        return seats.Skip(at + 1).Concat(seats).First(ring.Contains);
    }

    private static IReadOnlyList<string> From(string first, IReadOnlyList<string> ring) =>
        [.. ring.SkipWhile(id => id != first), .. ring.TakeWhile(id => id != first)];

    private IReadOnlyList<string> ManagersToTheEnd(IReadOnlyList<string> order, string? butFor) =>
        [.. order.OrderBy(id => id != butFor && The(id).ManagesSomebodyHere)];

    private Refusal? Reorder(IReadOnlyList<string>? wanted)
    {
        var round = state.Round;
        var open = round.Order.Where(round.Awaits).ToList();
        var asked = (wanted ?? []).Where(id => !round.Reached.Contains(id)).ToList();
        if (asked.Count != open.Count || !open.All(asked.Contains)) { return new OrderWrong(); }
        // Each keeps to the positions that are still open; where the piece has been, nothing moves.
        var next = 0;
        IReadOnlyList<string> order = [.. round.Order.Select(id => round.Awaits(id) ? asked[next++] : id)];
        if (!order.SequenceEqual(round.Order)) { state = state with { Round = round with { Order = order } }; }
        return null;
    }
}
