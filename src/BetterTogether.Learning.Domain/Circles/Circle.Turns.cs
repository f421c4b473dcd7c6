using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Circles;

/// <summary>A turn: offered, held, ended. Granted once and ended once.</summary>
public sealed partial class Circle
{
    private enum TurnEnd
    {
        Released,
        Passed,
        Deferred,
        /// <summary>By a facilitator with a reason, or with the seat's leaving.</summary>
        Revoked,
    }

    private Refusal? Offer(string to)
    {
        if (Find(to) is not { } seat) { return new SeatNotFound(); }
        if (!IsReady(seat)) { return new NotReady(); }
        if (HasHadTheirTime(seat)) { return new HadTheirTurn(); }
        return WaitsFor(to) ?? (state.Round.Begun ? null : BeginWith(seat)) ?? OfferTo(to);
    }

    private Refusal? OfferTo(string seatId)
    {
        var turn = NextNumber();
        state = state with { Floor = Floor.OfferedAs(turn, seatId), Round = state.Round.OfferedTo(seatId) };
        return null;
    }

    private Refusal? Hold(string seatId)
    {
        state = state with { Floor = state.Floor.HeldFrom(nowUtc), Round = state.Round with { Passed = state.Round.Passed.Without(seatId) } };
        return null;
    }

    private Refusal? Take(Seat seat)
    {
        if (state.Floor.OfferedTo == seat.Id) { return Hold(seat.Id); }
        if (Stage.GoesRound) { return state.Round.Begun ? SpeakAfterAll(seat) : BeginWith(seat) ?? TakeNow(seat.Id); }
        state = state with { Round = state.Round.Ask(seat.Id) };
        return state.Floor.IsIdle && !(state.Floor.QuietUntilUtc > nowUtc) && NextWaiting() == seat.Id ? TakeNow(seat.Id) : null;
    }

    private Refusal? TakeNow(string seatId)
    {
        OfferTo(seatId);
        return Hold(seatId);
    }

    // A pass is taken back: before the piece has come by, the place in the order is simply still there; after, it comes again at the end.
    private Refusal? SpeakAfterAll(Seat seat)
    {
        var round = state.Round with { Passed = state.Round.Passed.Without(seat.Id) };
        state = state with { Round = round.Reached.Contains(seat.Id) ? round.Defer(seat.Id) : round };
        return null;
    }

    private Refusal? Release(Seat seat, string? to)
    {
        if (to is null) { return EndTurn(TurnEnd.Released); }
        if (Find(to) is not { } next) { return new SeatNotFound(); }
        if (!IsReady(next) || next.Id == seat.Id) { return new NotReady(); }
        if (HasHadTheirTime(next)) { return new HadTheirTurn(); }
        EndTurn(TurnEnd.Released);
        return WaitsFor(next.Id) ?? OfferTo(next.Id);
    }

    private Refusal? Pass(Seat seat)
    {
        if (state.Floor.SeatId == seat.Id) { return EndTurn(TurnEnd.Passed); }
        state = state with { Round = state.Round.Pass(seat.Id) };
        return null;
    }

    private Refusal? MoveOn(Seat by, string reason)
    {
        if (!IsWords(reason, 200)) { return new ReasonNeeded(); }
        var floor = state.Floor;
        // Whoever cannot answer is asked again; whoever speaks has had their turn.
        EndTurn(floor.State is FloorState.Holding or FloorState.Silence ? TurnEnd.Revoked : TurnEnd.Deferred);
        Note(floor, by, reason.Trim());
        return null;
    }

    private void Note(Floor floor, Seat by, string reason) =>
        state = state with { MovedOn = [.. state.MovedOn, new EndedTurn(floor.TurnId!, floor.SeatId!, by.Id, reason)] };

    private Refusal? EndTurn(TurnEnd how)
    {
        var (floor, seatId) = (state.Floor, state.Floor.SeatId!);
        var round = how switch
        {
            TurnEnd.Passed => state.Round.Pass(seatId),
            TurnEnd.Deferred => state.Round.Defer(seatId),
            _ => state.Round,
        };
        // A turn that was put off counts once it is over.
        var counts = floor.IsHeld && !(how == TurnEnd.Deferred && round.Deferred.Contains(seatId));
        var spoken = floor.HeldMs(nowUtc);
        if (counts || spoken > 0) { Change(seatId, seat => seat with { Turns = seat.Turns + (counts ? 1 : 0), SpokenMs = seat.SpokenMs + spoken }); }
        var quiet = how == TurnEnd.Released && Stage.SilenceSeconds > 0 ? nowUtc.AddSeconds(Stage.SilenceSeconds) : (DateTime?)null;
        state = state with { Floor = Floor.Free with { QuietUntilUtc = quiet }, Round = counts ? round.HadTurn(seatId) : round };
        return null;
    }

    private Refusal? Type(string text)
    {
        if (Wrong(text, 1500, nameof(CircleCommand.Type.Text)) is { } no) { return no; }
        effects.Add(new Typed(state.Floor.TurnId!, text));
        // The words are not in the state, but what is shown has changed.
        state = state with { Typings = state.Typings + 1 };
        return null;
    }

    private Refusal? Rest()
    {
        state = state with { Floor = state.Floor.InSilence(nowUtc) };
        return null;
    }

    // A mindful pause: whoever speaks keeps the piece and goes on when they are ready. Nobody is shown as the one who rang.
    private Refusal? RingTheBell()
    {
        state = state with { BellAtUtc = nowUtc, Floor = state.Floor.State == FloorState.Holding ? state.Floor.InSilence(nowUtc) : state.Floor };
        return null;
    }

    // Once the piece has gone on, and not with what only some may notice.
    private void StopTheBell()
    {
        if (state.BellAtUtc is not null) { state = state with { BellAtUtc = null }; }
    }
}
