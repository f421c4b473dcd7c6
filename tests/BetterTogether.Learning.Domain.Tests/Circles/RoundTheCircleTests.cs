using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Domain.Tests.Circles;

public sealed class RoundTheCircleTests
{
    [Fact]
    public void The_piece_begins_with_the_facilitator_and_comes_to_everybody_once()
    {
        var room = new Room().Started();

        Assert.Equal([0, 1, 2, 3], room.Turns());

        Assert.True(room.State.Round.Finished);
        Assert.Equal(FloorState.Idle, room.Floor.State);
    }

    [Fact]
    public void Who_is_offered_the_piece_has_it_only_once_they_accept()
    {
        var room = new Room().Started();

        Assert.Equal("not-your-turn", room.Release(0));
        Assert.Equal("not-offered", room.Accept(1));
        Assert.Null(room.Accept(0));
        Assert.Null(room.Release(0));

        Assert.Equal((FloorState.Offered, 1), (room.Floor.State, room.With));
    }

    [Fact]
    public void Who_defers_is_asked_again_at_the_end_and_not_a_third_time()
    {
        var room = new Room().Started();
        room.Turn();
        room.Defer(1);
        Assert.Equal([2, 3], [room.Turn(), room.Turn()]);

        Assert.Equal(1, room.With);
        Assert.Equal("asked-twice", room.Defer(1));
        room.Turn();

        Assert.True(room.State.Round.Finished);
    }

    [Fact]
    public void Who_begins_to_speak_and_defers_has_had_one_turn_in_the_end()
    {
        var room = new Room().Started();
        room.Accept(0);
        room.Defer(0);

        room.Turns();

        Assert.Equal(1, room.State.Seats[0].Turns);
    }

    [Fact]
    public void A_pass_before_the_piece_comes_by_shows_once_it_has()
    {
        var room = new Room().Started();
        Assert.Null(room.Pass(1));
        Assert.Equal(Room.Seat(1), room.See(2).Round.Next);
        Assert.Empty(room.See(2).Round.Done);

        room.Turn();

        Assert.Equal(2, room.With);
        Assert.Equal([Room.Seat(0), Room.Seat(1)], room.See(3).Round.Done);
    }

    [Theory, InlineData(false, new[] { 0, 1, 2, 3 }), InlineData(true, new[] { 0, 2, 3, 1 })]
    public void A_pass_can_be_taken_back_before_and_after_the_piece_came_by(bool after, int[] order)
    {
        var room = new Room().Started();
        room.Pass(1);
        var turns = new List<int>();
        if (after) { turns.Add(room.Turn()); }

        Assert.Null(room.Take(1));

        Assert.Equal(order, turns.Concat(room.Turns()));
    }

    [Fact]
    public void Who_is_away_keeps_their_place_and_the_others_do_not_wait()
    {
        var room = new Room().Started();
        room.Gone(1);

        Assert.Equal([0, 2, 3], room.Turns());
        Assert.False(room.State.Round.Finished);
        Assert.Equal("not-everyone-offered", room.Close());
        room.Seen(1);

        Assert.Equal([1], room.Turns());
        Assert.True(room.State.Round.Finished);
    }

    [Fact]
    public void Who_is_back_in_time_comes_in_their_old_place()
    {
        var room = new Room().Started();
        room.Gone(1);
        room.Accept(0);
        room.Seen(1);

        Assert.Equal([0, 1, 2, 3], room.Turns());
    }

    [Fact]
    public void Who_stepped_out_is_asked_once_they_are_back()
    {
        var room = new Room().Started();
        room.StepOut(1);

        Assert.Equal([0, 2], [room.Turn(), room.Turn()]);
        Assert.Contains(Room.Seat(1), room.See(3).Round.Done);
        room.Return(1);

        Assert.Equal([3, 1], room.Turns());
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Who_is_back_after_the_piece_has_been_all_the_way_round_is_asked_then(bool paused)
    {
        var room = new Room().Started();
        room.StepOut(1);
        Assert.Equal([0, 2, 3], room.Turns());
        Assert.True(room.State.Round.Finished);
        Assert.Null(room.See(1).Round.Next);
        if (paused) { room.Pause(); }

        room.Return(1);
        if (paused)
        {
            Assert.Null(room.See(1).Round.Next);
            room.Resume(0);
        }

        Assert.Equal((FloorState.Offered, 1, false), (room.Floor.State, room.With, room.State.Round.Finished));
        Assert.Equal([1], room.Turns());
        Assert.True(room.State.Round.Finished);
    }

    [Fact]
    public void Who_stepped_out_when_asked_again_is_not_asked_a_third_time()
    {
        var room = new Room().Started();
        room.StepOut(1);
        room.Turns();
        room.Return(1);
        room.StepOut(1);

        room.Return(1);

        Assert.Equal((null, true), (room.With, room.State.Round.Finished));
        Assert.Null(room.See(1).Round.Next);
    }

    [Fact]
    public void Who_is_back_while_somebody_who_came_late_has_the_piece_is_next()
    {
        var room = new Room().Started();
        room.Leave(3);
        room.StepOut(1);
        Assert.Equal([0, 2], room.Turns());
        room.Seen(3);
        room.Offer(3);

        room.Return(1);

        Assert.Equal(Room.Seat(1), room.See(1).Round.Next);
        Assert.Equal([3, 1], room.Turns());
    }

    [Fact]
    public void Who_came_to_a_finished_round_and_was_invited_may_still_put_it_off()
    {
        var room = new Room().Started();
        room.Leave(3);
        room.Turns();
        room.Seen(3);
        room.Offer(3);

        Assert.Null(room.Defer(3));

        Assert.Equal([3], room.Turns());
        Assert.True(room.State.Round.Finished);
    }

    [Fact]
    public void Who_stepped_out_and_lost_the_connection_is_asked_once_they_are_really_back()
    {
        var room = new Room().Started();
        room.StepOut(1);
        room.Gone(1);
        room.Turns();

        room.Return(1);
        Assert.Equal((null, null), (room.With, room.See(0).Round.Next));
        room.Seen(1);

        Assert.Equal([1], room.Turns());
    }

    [Fact]
    public void Who_is_back_in_the_next_round_has_their_place_in_it()
    {
        var room = new Room().Started();
        room.StepOut(1);
        room.Turns();
        room.NextRound();
        Assert.Equal(2, room.With);

        room.Return(1);

        Assert.Equal([2, 3, 0, 1], room.Turns());
    }

    [Fact]
    public void Stepping_out_with_the_piece_hands_it_on()
    {
        var room = new Room().Started();
        room.Turn();
        room.Accept(1);

        Assert.Null(room.StepOut(1));

        Assert.Equal(2, room.With);
        Assert.Equal("stepped-out", room.Take(1));
    }

    [Fact]
    public void A_new_order_moves_those_who_were_not_offered_it()
    {
        var room = new Room(people: 5).Started();
        room.Turn();

        Assert.Equal("order-wrong", room.Reorder(4, 3));
        Assert.Equal("order-wrong", room.Reorder(4, 3, 3));
        Assert.Null(room.Reorder(4, 3, 2));

        Assert.Equal([1, 4, 3, 2], room.Turns());
    }

    [Fact]
    public void The_piece_can_be_handed_across_the_circle()
    {
        var room = new Room().Started();
        room.Accept(0);

        Assert.Null(room.Release(0, to: 3));

        Assert.Equal([3, 1, 2], room.Turns());
    }

    [Fact]
    public void Nobody_is_handed_the_piece_twice()
    {
        var room = new Room().Started();
        room.Turn();
        room.Accept(1);

        Assert.Equal("had-their-turn", room.Release(1, to: 0));
        Assert.Equal("seat-not-found", room.Act(1, new CircleCommand.Release("s99") { Id = room.NextId() }));
        Assert.Equal(1, room.With);
    }

    [Fact]
    public void The_starting_seat_rotates()
    {
        var room = new Room().Started();
        var starts = new List<int>();
        for (var round = 0; round < 5; round++)
        {
            starts.Add(room.With!.Value);
            room.Turns();
            room.NextRound();
        }

        Assert.Equal([0, 1, 2, 3, 0], starts);
    }

    [Fact]
    public void A_finished_round_stays_done_until_the_next_round()
    {
        var room = new Room().Started();
        room.Turns();
        room.Gone(2);
        room.Seen(2);
        room.Pass(TimeSpan.FromMinutes(5));

        Assert.Equal((FloorState.Idle, true), (room.Floor.State, room.State.Round.Finished));
        Assert.Equal("had-their-turn", room.Offer(1));
        Assert.Null(room.NextRound(prompt: "And what else?"));
        Assert.Equal((2, "And what else?"), (room.State.Round.Number, room.See(1).Stage.Prompt));
    }

    [Fact]
    public void Stories_wait_for_a_volunteer_and_go_round_from_there()
    {
        var room = new Room().In("Stories");
        Assert.Null(room.With);

        Assert.Null(room.Take(2));

        Assert.Equal((FloorState.Holding, 2), (room.Floor.State, room.With));
        Assert.Equal([2, 3, 0, 1], room.Turns());
    }

    [Fact]
    public void A_volunteer_can_be_invited()
    {
        var room = new Room().In("Stories");

        Assert.Null(room.Offer(3));

        Assert.Equal([3, 0, 1, 2], room.Turns());
    }

    [Fact]
    public void Managers_tell_their_story_last()
    {
        Guid? manager = null;
        var room = new Room(people: 5, cast: (p, i) =>
        {
            if (i == 1) { manager = p.PersonId; }
            return i == 3 ? p with { ManagerId = manager } : p;
        }).In("Stories");
        Assert.Equal("managers-last", room.Take(1));

        Assert.Null(room.Take(4));

        Assert.Equal([4, 0, 2, 3, 1], room.Turns());
    }

    [Fact]
    public void Silence_between_turns_is_kept()
    {
        var room = new Room(new CircleFormat("quiet", "Quiet", "", [new("Stories", "?", StageMode.Sequential, 3) { SilenceSeconds = 20 }])).Started();
        room.Turn();

        Assert.Equal(room.NowUtc.AddSeconds(20), room.See(1).Floor.QuietUntil);
        room.Pass(TimeSpan.FromSeconds(19));
        Assert.Null(room.With);
        room.Pass(TimeSpan.FromSeconds(1));

        Assert.Equal(1, room.With);
    }

    [Fact]
    public void The_other_way_round()
    {
        var room = new Room(new CircleFormat("other", "Other", "", [new("Round", "?", StageMode.Sequential, 3) { Begins = Begins.Facilitator, Direction = Direction.Anticlockwise }])).Started();

        Assert.Equal([0, 3, 2, 1], room.Turns());
    }

    [Fact]
    public void A_circle_goes_through_json_and_back_as_it_was()
    {
        var room = new Room().Started();
        room.Turn();
        var before = CircleJson.Write(room.State);

        room.Reload();

        Assert.Equal(before, CircleJson.Write(room.State));
        Assert.Equal([1, 2, 3], room.Turns());
    }
}
