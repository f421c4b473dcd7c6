using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Domain.Tests.Circles;

public sealed class PresenceTests
{
    private readonly Room room = new Room(people: 5).Started();

    [Fact]
    public void Who_drops_with_the_piece_for_25_seconds_has_the_same_turn()
    {
        room.Turn();
        room.Accept(1);
        var turn = room.Floor.TurnId;
        room.Gone(1);
        room.Pass(TimeSpan.FromSeconds(25));
        Assert.Equal(FloorState.HolderAway, room.Floor.State);

        room.Seen(1);

        Assert.Equal((FloorState.Holding, turn), (room.Floor.State, room.Floor.TurnId));
        Assert.Null(room.Resume(1));
        Assert.False(room.Last.Changed);
    }

    [Fact]
    public void After_the_grace_the_facilitator_is_asked_and_may_wait_or_move_on()
    {
        room.Turn();
        room.Accept(1);
        room.Gone(1);
        Assert.Equal(room.NowUtc.AddSeconds(45), room.Circle.NextDueUtc);
        room.Pass(TimeSpan.FromSeconds(44));
        Assert.Null(room.See(0).Floor.AskedToMoveOn);
        room.Pass(TimeSpan.FromSeconds(1));
        Assert.True(room.See(0).Floor.AskedToMoveOn);
        Assert.Null(room.See(2).Floor.AskedToMoveOn);
        room.Pass(TimeSpan.FromMinutes(10));
        Assert.Equal(1, room.With);

        Assert.Null(room.MoveOn(reason: "away"));

        room.Seen(1);
        Assert.Equal([2, 3, 4, 1], room.Turns());
    }

    [Fact]
    public void Without_a_facilitator_the_turn_is_put_off_after_twice_the_grace()
    {
        room.Turn();
        room.Accept(1);
        room.Gone(1);
        room.Gone(0);
        room.Pass(TimeSpan.FromSeconds(89));
        Assert.Equal(1, room.With);
        room.Pass(TimeSpan.FromSeconds(1));
        Assert.Null(room.With);
        Assert.Equal(CircleStatus.Paused, room.Circle.Status);

        room.Seen(1);
        room.Seen(0);

        Assert.Equal([2, 3, 4, 1], room.Turns());
    }

    [Fact]
    public void A_facilitators_absence_pauses_and_their_return_goes_on()
    {
        room.Turn();
        room.Accept(1);
        room.Gone(0);
        Assert.Equal((CircleStatus.Paused, FloorState.Holding), (room.Circle.Status, room.Floor.State));
        Assert.Equal("on-a-break", room.Release(1));
        room.Seen(0);

        Assert.Equal(CircleStatus.Running, room.Circle.Status);
        Assert.Null(room.Release(1));
    }

    [Fact]
    public void A_pause_by_hand_is_not_ended_by_coming_and_going()
    {
        room.Pause();
        room.Gone(0);
        room.Seen(0);

        Assert.Equal(CircleStatus.Paused, room.Circle.Status);
        Assert.Null(room.Resume(0));
        Assert.Equal(CircleStatus.Running, room.Circle.Status);
    }

    [Fact]
    public void Co_facilitators_take_over_in_order_when_asked_and_nobody_is_elected()
    {
        room.MakeCoFacilitator(2);
        room.MakeCoFacilitator(3);
        room.Gone(0);
        room.Pass(TimeSpan.FromHours(1));
        Assert.Equal(CircleStatus.Paused, room.Circle.Status);
        Assert.Equal("facilitators-only", room.Resume(1));
        Assert.Equal("not-asked", room.Resume(3));

        Assert.Null(room.Resume(2));
        room.Seen(0);

        Assert.Equal([SeatRole.CoFacilitator, SeatRole.Participant, SeatRole.Facilitator, SeatRole.CoFacilitator, SeatRole.Participant], room.State.Seats.Select(s => s.Role));
        Assert.Equal([Room.Seat(0), Room.Seat(3)], room.State.CoFacilitators);
        Assert.Equal(CircleStatus.Running, room.Circle.Status);
    }

    [Fact]
    public void Leaving_takes_the_seat_out_at_once_and_coming_back_is_coming_late()
    {
        room.Turn();
        room.Leave(2);
        Assert.DoesNotContain(Room.Seat(2), room.State.Round.Order);
        room.Turn();
        room.Seen(2);

        Assert.Equal([3, 4, 2], room.Turns());
    }

    [Fact]
    public void Who_leaves_with_the_piece_has_had_their_turn()
    {
        room.Turn();
        room.Accept(1);
        room.Leave(1);
        room.Seen(1);

        Assert.Equal([2, 3, 4], room.Turns());
    }

    [Fact]
    public void Who_is_asked_to_leave_cannot_come_back()
    {
        room.Turn();
        room.Accept(1);

        Assert.Equal("facilitator-stays", room.AskToLeave(0));
        Assert.Equal("facilitators-only", room.AskToLeave(2, by: 3));
        Assert.Null(room.AskToLeave(1));

        Assert.Equal(2, room.With);
        Assert.Equal("asked to leave", room.State.MovedOn[0].Reason);
        Assert.Equal("asked-to-leave", room.Seen(1));
        Assert.Equal("asked-to-leave", room.Consent(1));
        Assert.Equal("asked-to-leave", room.Circle.For(room.PersonId(1), room.NowUtc).Refusal!.Code);
        Assert.Equal("asked-to-leave", room.Circle.Admit(new Participant(room.PersonId(1), "Again"), room.NowUtc).Refusal!.Code);
        Assert.Equal(Presence.Left, room.See(3).Seats[1].Presence);
    }

    [Fact]
    public void Who_is_asked_to_leave_before_it_begins_is_told_of_once_and_no_plan_brings_them_back()
    {
        var waiting = new Room();
        waiting.Open();

        Assert.Null(waiting.AskToLeave(1));
        Assert.Equal([new Unseated(waiting.PersonId(1))], waiting.Last.Effects);
        waiting.AskToLeave(1);
        Assert.Empty(waiting.Last.Effects);
        Assert.Equal("stays-away", waiting.Replan(waiting.Plan));
        for (var again = 0; again < 2; again++) { Assert.Null(waiting.Replan(waiting.Plan with { Participants = [.. waiting.Plan.Participants.Where(p => p.PersonId != waiting.PersonId(1))] })); }
        Assert.Equal("stays-away", waiting.Replan(waiting.Plan));
        Assert.Equal("asked-to-leave", waiting.Seen(1));

        // While it runs it is not planned any more.
        room.AskToLeave(2);
        Assert.Empty(room.Last.Effects);
    }

    [Fact]
    public void Late_joiners_come_before_the_end_of_the_round()
    {
        var late = A.PersonId();
        room.Turn();
        room.Defer(1);
        room.Circle.Admit(new Participant(late, "Late"), room.NowUtc);
        room.Circle.Seen(late, room.NowUtc);
        room.Circle.Act(late, new CircleCommand.Consent(3) { Id = "late" }, room.NowUtc);

        Assert.Equal([2, 3, 4], [room.Turn(), room.Turn(), room.Turn()]);
        Assert.Equal(room.State.Seats[^1].Id, room.Floor.SeatId);
        room.Circle.Act(late, new CircleCommand.Accept { Id = "late2" }, room.NowUtc);
        room.Circle.Act(late, new CircleCommand.Release { Id = "late3" }, room.NowUtc);

        Assert.Equal(1, room.With);
    }

    [Fact]
    public void Twelve_hours_without_anybody_abandon_it()
    {
        for (var person = 0; person < 5; person++) { room.Gone(person); }
        room.Pass(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        Assert.Equal(CircleStatus.Paused, room.Circle.Status);
        room.Pass(TimeSpan.FromSeconds(1));

        Assert.Equal(CircleStatus.Abandoned, room.Circle.Status);
        var ended = Assert.Single(room.Last.Effects.OfType<Ended>());
        Assert.Equal((5, true), (ended.TookPart.Count, ended.Abandoned));
        Assert.Null(room.Circle.NextDueUtc);
    }

    [Fact]
    public void A_waiting_room_opened_days_before_is_there_until_twelve_hours_after_its_time()
    {
        var early = new Room(startsAtUtc: A.Now.AddDays(3));
        early.Open();
        early.Seen(0);
        early.Gone(0);
        early.Pass(TimeSpan.FromDays(1));
        Assert.Null(early.Replan(early.Plan with { StartsAtUtc = A.Now.AddDays(5) }));

        early.Pass(A.Now.AddDays(5).AddHours(12) - TimeSpan.FromSeconds(1) - early.NowUtc);
        Assert.Equal(CircleStatus.Lobby, early.Circle.Status);
        early.Pass(TimeSpan.FromSeconds(1));

        Assert.Equal(CircleStatus.Abandoned, early.Circle.Status);
    }

    [Fact]
    public void One_that_began_before_its_time_is_over_twelve_hours_after_the_last_has_gone()
    {
        var early = new Room(startsAtUtc: A.Now.AddDays(3)).Started();
        for (var person = 0; person < 4; person++) { early.Gone(person); }

        early.Pass(TimeSpan.FromHours(12));

        Assert.Equal(CircleStatus.Abandoned, early.Circle.Status);
    }

    [Fact]
    public void A_step_out_shows_as_here_but_to_oneself_and_the_facilitators()
    {
        room.StepOut(2);

        Assert.Equal((Presence.Here, null), (room.See(1).Seats[2].Presence, room.See(1).Seats[2].SteppedOut));
        Assert.True(room.See(0).Seats[2].SteppedOut);
        Assert.True(room.See(2).You.SteppedOut);
    }
}
