using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Domain.Tests.Circles;

public sealed class WhoeverIsReadyTests
{
    private readonly Room room = new Room("learning", people: 5).In("Discussion");

    [Fact]
    public void The_first_claim_has_the_piece_and_the_others_wait_without_an_error()
    {
        Assert.Null(room.Take(3));
        Assert.Null(room.Take(1));
        Assert.Null(room.Take(4));

        Assert.Equal((FloorState.Holding, 3), (room.Floor.State, room.With));
        Assert.Equal([Room.Seat(1), Room.Seat(4)], room.See(2).Queue);
        Assert.Equal([3, 1, 4], room.Turns());
    }

    [Fact]
    public void Who_has_not_spoken_comes_before_who_has()
    {
        room.Take(1);
        room.Take(2);
        room.Turn();
        room.Accept(2);
        room.Take(1);
        room.Take(4);

        Assert.Equal([Room.Seat(4), Room.Seat(1)], room.See(0).Queue);
        room.Turn();

        Assert.Equal(4, room.With);
    }

    [Fact]
    public void A_second_turn_waits_until_it_was_asked_who_has_not_spoken()
    {
        room.Take(1);
        room.Turn();

        Assert.Null(room.Take(1));
        Assert.Null(room.With);
        Assert.Equal("second-turns-later", room.Offer(1));
        Assert.Contains("secondTurns", room.See(0).Choices);
        Assert.Null(room.Choose("secondTurns"));

        Assert.Equal(1, room.With);
    }

    [Fact]
    public void Once_everybody_has_spoken_or_listens_second_turns_are_open_by_themselves()
    {
        room.Pass(4);
        foreach (var person in new[] { 0, 1, 2, 3 })
        {
            room.Take(person);
            room.Turn();
        }

        Assert.Null(room.Take(2));

        Assert.Equal((FloorState.Holding, 2), (room.Floor.State, room.With));
    }

    [Fact]
    public void Who_asked_and_lost_the_connection_is_not_overtaken_by_a_second_turn()
    {
        room.Take(1);
        room.Take(2);
        room.Gone(2);
        room.Release(1);
        room.Choose("secondTurns");

        room.Take(1);
        Assert.Null(room.With);
        room.Seen(2);

        Assert.Equal(2, room.With);
    }

    [Fact]
    public void A_pass_is_legal_at_any_time_and_can_be_taken_back()
    {
        room.Take(1);
        room.Take(2);

        Assert.Null(room.Pass(2));
        Assert.Empty(room.See(0).Queue);
        Assert.True(room.See(2).You.Passed);
        Assert.Null(room.Take(2));

        Assert.False(room.See(2).You.Passed);
        Assert.Equal([1, 2], room.Turns());
    }

    [Fact]
    public void A_round_in_which_one_person_never_asks_still_ends()
    {
        room.Take(1);
        room.Turn();

        Assert.Null(room.NextStage());

        Assert.Equal("Commitments", room.See(2).Stage.Title);
    }

    [Fact]
    public void Handing_over_passes_nobody_who_asked()
    {
        room.Take(1);
        room.Take(2);

        Assert.Equal("asked-first", room.Release(1, to: 3));
        Assert.Equal(1, room.With);
        room.Release(1, to: 2);
        Assert.Equal(2, room.With);
        room.Accept(2);
        Assert.Null(room.Release(2, to: 3));

        Assert.Equal(3, room.With);
    }

    [Fact]
    public void Who_defers_an_offer_is_asked_before_any_second_turn()
    {
        room.Take(1);
        room.Take(2);
        room.Turn();
        room.Defer(2);

        Assert.Equal(2, room.With);
        Assert.Equal("asked-twice", room.Defer(2));
    }

    [Fact]
    public void Who_needs_a_moment_with_the_piece_is_asked_once_they_are_back()
    {
        room.Take(1);
        room.StepOut(1);
        room.Take(2);
        Assert.Equal(2, room.With);

        room.Return(1);

        Assert.Equal([2, 1], room.Turns());
    }

    [Fact]
    public void Who_waits_for_second_turns_is_not_told_to_be_next_while_the_piece_lies_in_the_middle()
    {
        room.Take(1);
        room.Turn();

        room.Take(1);

        Assert.Equal([Room.Seat(1)], room.See(1).Queue);
        Assert.Null(room.See(1).Round.Next);
        room.Take(2);
        Assert.Equal(Room.Seat(1), room.See(1).Round.Next);
    }

    [Fact]
    public void In_an_open_part_everybody_takes_the_piece_as_often_as_they_like()
    {
        var open = new Room("problemSolving", 4, (p, i) => i == 1 ? p with { Role = SeatRole.Bringer } : p).In("Clarifying questions");
        foreach (var person in new[] { 2, 1, 2, 1 })
        {
            Assert.Null(open.Take(person));
            Assert.Equal(person, open.Turn());
        }
    }
}
