using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Circles;

/// <summary>
/// Who is here. Roles and places belong to people: losing a connection changes neither order, queue, deferral nor role, and
/// where nothing is known of somebody's connection nothing moves.
/// </summary>
public sealed partial class Circle
{
    private Seat Facilitator => state.Seats.First(seat => seat.Role == SeatRole.Facilitator);

    /// <summary>A person's first connection is there, or they came back in after leaving. Twice is once.</summary>
    public CircleAnswer Seen(Guid personId, DateTime nowUtc)
    {
        if (SeatOf(personId) is not { } seat) { return Refused(new NoSeat()); }
        if (seat.AskedToLeave) { return Refused(new WasAskedToLeave()); }
        if (IsOver || seat.IsHere) { return new(null, false, []); }
        return Decide(nowUtc, () =>
        {
            Change(seat.Id, s => s with { Presence = Presence.Here });
            if (state.Floor.SeatId == seat.Id) { state = state with { Floor = Ticking(state.Floor.Rejoined()) }; }
            if (seat.Presence == Presence.Left) { JoinTheRound(seat.Id); }
            return null;
        });
    }

    /// <summary>The last of a person's connections is gone; whether they are, nobody knows. Twice is once.</summary>
    public CircleAnswer Gone(Guid personId, DateTime nowUtc)
    {
        if (SeatOf(personId) is not { } seat) { return Refused(new NoSeat()); }
        if (IsOver || !seat.IsHere) { return new(null, false, []); }
        return Decide(nowUtc, () =>
        {
            Change(seat.Id, s => s with { Presence = Presence.Away });
            if (state.Floor.SeatId == seat.Id) { state = state with { Floor = state.Floor.LeftAlone(nowUtc) }; }
            return null;
        });
    }

    /// <summary>"Leave the circle": out of order, queue and deferral at once. They may come back in, as a late joiner.</summary>
    public CircleAnswer Leave(Guid personId, DateTime nowUtc)
    {
        if (SeatOf(personId) is not { } seat) { return Refused(new NoSeat()); }
        if (IsOver || seat.Presence == Presence.Left) { return new(null, false, []); }
        return Decide(nowUtc, () =>
        {
            GoOut(seat.Id);
            return null;
        });
    }

    private void GoOut(string seatId)
    {
        if (state.Floor.Holder == seatId) { EndTurn(TurnEnd.Revoked); }
        if (state.Floor.OfferedTo == seatId) { state = state with { Floor = Floor.Free }; }
        state = state with { Round = state.Round.Drop(seatId) };
        Change(seatId, s => s with { Presence = Presence.Left, SteppedOut = false });
    }

    private Refusal? AskToLeave(Seat by, string seatId)
    {
        if (Find(seatId) is not { } seat) { return new SeatNotFound(); }
        if (seat.AskedToLeave) { return null; }
        if (seat.Role == SeatRole.Facilitator || seat.Id == by.Id) { return new FacilitatorStays(); }
        var floor = state.Floor;
        GoOut(seatId);
        if (floor.Holder == seatId) { Note(floor, by, "asked to leave"); }
        Change(seatId, s => s with { AskedToLeave = true, Role = s.Role == SeatRole.CoFacilitator ? SeatRole.Participant : s.Role });
        state = state with { CoFacilitators = state.CoFacilitators.Without(seatId) };
        PassOnWhatWasToldTo(seatId);
        if (!HasBegun && seat.PersonId is { } person) { effects.Add(new Unseated(person)); }
        return null;
    }

    private Refusal? MakeCoFacilitator(string seatId)
    {
        if (Find(seatId) is not { PersonId: not null, AskedToLeave: false } seat) { return new SeatNotFound(); }
        if (seat.Facilitates) { return null; }
        if (seat.Role != SeatRole.Participant) { return new KeepsTheirRole(); }
        Change(seatId, s => s with { Role = SeatRole.CoFacilitator });
        state = state with { CoFacilitators = state.CoFacilitators.With(seatId) };
        return LeadersLine.Breaks(state.Seats);
    }

    /// <summary>While the facilitator is away a co-facilitator who goes on has taken over; the other stays first to take it back.</summary>
    private void TakeOver(Seat seat)
    {
        if (seat.Role != SeatRole.CoFacilitator || Facilitator.IsHere) { return; }
        var other = Facilitator.Id;
        Change(other, s => s with { Role = SeatRole.CoFacilitator });
        Change(seat.Id, s => s with { Role = SeatRole.Facilitator });
        state = state with { CoFacilitators = [other, .. state.CoFacilitators.Without(seat.Id)] };
    }

    private Refusal? StepOut(Seat seat)
    {
        if (state.Floor.SeatId == seat.Id) { EndTurn(TurnEnd.Deferred); }
        Change(seat.Id, s => s with { SteppedOut = true });
        return null;
    }

    private Refusal? Return(Seat seat)
    {
        Change(seat.Id, s => s with { SteppedOut = false });
        return null;
    }

    /// <summary>Late joiners come before the end of the round.</summary>
    private void JoinTheRound(string seatId)
    {
        if (HasBegun && Stage.GoesRound && IsPartOfRounds(The(seatId))) { state = state with { Round = state.Round.Late(seatId) }; }
    }

    // The clock of a turn runs while the circle does.
    private Floor Ticking(Floor floor) => Runs && floor.State == FloorState.Holding ? floor.Resumed(nowUtc) : floor;

    /// <summary>A facilitator's absence pauses the circle and never ends it; their return resumes it.</summary>
    private void NoticeWhoIsHere()
    {
        var people = state.Seats.Where(s => s.Kind == SeatKind.Person && s.IsHere).ToList();
        if (Runs && !Facilitator.IsHere) { state = state with { Status = CircleStatus.Paused, PausedByAbsence = true, Floor = state.Floor.Resting(nowUtc) }; }
        else if (state.PausedByAbsence && Facilitator.IsHere) { GoOn(); }
        Watch(people.Count > 0 || state.Status == CircleStatus.Draft ? null : state.EmptySinceUtc ?? nowUtc, people.Exists(s => s.Facilitates) ? null : state.UnledSinceUtc ?? nowUtc);
        if (HasBegun && people.Exists(s => !s.TookPart)) { state = state with { Seats = [.. state.Seats.Select(s => s.IsHere && !s.TookPart ? s with { TookPart = true } : s)] }; }
    }

    private void Watch(DateTime? emptySinceUtc, DateTime? unledSinceUtc)
    {
        if (emptySinceUtc == state.EmptySinceUtc && unledSinceUtc == state.UnledSinceUtc) { return; }
        state = state with { EmptySinceUtc = emptySinceUtc, UnledSinceUtc = unledSinceUtc };
    }
}
