using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Domain.Tests.Circles;

public sealed class TurnTests
{
    private readonly Room room = new Room().Started();

    [Fact]
    public void A_repeated_command_gets_its_first_answer_and_changes_nothing()
    {
        var accept = new CircleCommand.Accept { Id = "same", TurnId = room.Floor.TurnId };
        Assert.Null(room.Act(0, accept));
        var version = room.Circle.Version;

        Assert.Null(room.Act(0, accept));
        room.Reload();
        Assert.Null(room.Act(0, accept));

        Assert.Equal(version, room.Circle.Version);
    }

    [Fact]
    public void A_refusal_is_repeated_too()
    {
        var release = new CircleCommand.Release { Id = "early" };
        Assert.Equal("not-your-turn", room.Act(0, release));
        room.Accept(0);

        Assert.Equal("not-your-turn", room.Act(0, release));
    }

    [Fact]
    public void One_id_of_two_people_is_two_commands()
    {
        room.Act(0, new CircleCommand.Accept { Id = "1" });
        room.Release(0);

        Assert.Null(room.Act(1, new CircleCommand.Accept { Id = "1" }));

        Assert.Equal(FloorState.Holding, room.Floor.State);
    }

    [Theory, InlineData("accept"), InlineData("release"), InlineData("pass"), InlineData("defer"), InlineData("type"), InlineData("silence"), InlineData("resume"), InlineData("moveOn")]
    public void A_stale_turn_changes_nothing(string kind)
    {
        var old = room.Floor.TurnId!;
        room.Turn();
        room.Accept(1);
        var before = room.State;
        using var json = System.Text.Json.JsonDocument.Parse($$"""{"turnId":"{{old}}","kind":"{{kind}}","id":"late","text":"words","reason":"time"}""");

        Assert.Equal("stale-turn", room.Act(1, CircleJson.ReadCommand(json.RootElement).Value));
        Assert.Same(before, room.State);
        Assert.Equal("stale-turn", room.Act(0, CircleJson.ReadCommand(json.RootElement).Value));
    }

    [Fact]
    public void A_double_click_is_no_error()
    {
        var turn = room.Floor.TurnId;
        Assert.Null(room.Accept(0, turn));
        Assert.Null(room.Accept(0, turn));
        Assert.False(room.Last.Changed);

        Assert.Null(room.Release(0, turn: turn));
        Assert.Equal("stale-turn", room.Release(0, turn: turn));
    }

    [Fact]
    public void Time_counts_while_the_piece_is_held_and_rests_in_silence_pause_and_absence()
    {
        room.Accept(0);
        room.Pass(TimeSpan.FromSeconds(10));
        room.Silence(0);
        room.Pass(TimeSpan.FromSeconds(10));
        room.Resume(0);
        room.Pass(TimeSpan.FromSeconds(5));
        room.Pause();
        room.Pass(TimeSpan.FromSeconds(100));
        room.Resume(0);
        room.Pass(TimeSpan.FromSeconds(1));
        room.Gone(0);
        room.Pass(TimeSpan.FromSeconds(25));
        room.Seen(0);
        room.Pass(TimeSpan.FromSeconds(2));

        Assert.Equal(18_000, room.See(1).Floor.HeldMs);
        room.Release(0);
        Assert.Equal((1, 18_000L), (room.See(0).Seats[0].Turns, room.See(0).Seats[0].SpokenMs));
    }

    [Fact]
    public void The_bell_rests_the_turn_and_names_nobody()
    {
        room.Accept(0);

        Assert.Null(room.Bell(2));

        var seen = room.See(3);
        Assert.Equal((FloorState.Silence, Room.Seat(0), room.NowUtc), (seen.Floor.State, seen.Floor.Holder, seen.BellAt));
        Assert.Null(room.Resume(0));
    }

    [Fact]
    public void The_bell_goes_once_the_piece_goes_on_and_by_itself_after_a_few_seconds()
    {
        room.Accept(0);
        room.Bell(2);
        Assert.Null(room.Bell(3));
        Assert.NotNull(room.See(1).BellAt);
        Assert.Null(room.Resume(0));
        Assert.Null(room.See(1).BellAt);

        room.Bell(2);
        room.Pass(TimeSpan.FromSeconds(9));
        Assert.NotNull(room.See(1).BellAt);
        room.Pass(TimeSpan.FromSeconds(1));
        Assert.Null(room.See(1).BellAt);
        Assert.True(room.Last.Changed);
        Assert.Equal(FloorState.Silence, room.See(1).Floor.State);
        Assert.Null(room.Circle.NextDueUtc);
    }

    [Fact]
    public void What_is_typed_shows_while_the_turn_lasts_and_is_not_in_the_state()
    {
        room.Accept(0);
        Assert.Null(room.Type(0, "I was glad of the quiet week"));
        var typed = Assert.IsType<Typed>(Assert.Single(room.Last.Effects));
        var words = new CircleWords(typed.TurnId, typed.Text, CircleWords.None.Messages);

        Assert.Equal(typed.Text, room.Circle.For(room.PersonId(2), room.NowUtc, words).Value.Floor.Text);
        Assert.DoesNotContain("quiet", CircleJson.Write(room.State), StringComparison.Ordinal);
        Assert.True(room.Last.Changed);
        room.Release(0);
        Assert.Null(room.Circle.For(room.PersonId(2), room.NowUtc, words).Value.Floor.Text);
    }

    [Theory, InlineData("", "text-needed"), InlineData(null, "text-needed"), InlineData("\0", "command-wrong")]
    public void Words_are_plain_and_of_a_length(string? text, string code)
    {
        room.Accept(0);

        Assert.Equal(code, room.Type(0, text!));
        Assert.Equal("too-long", room.Type(0, new string('a', 1501)));
        Assert.Equal("not-your-turn", room.Type(1, "mine"));
    }

    [Fact]
    public void A_facilitator_moves_on_with_a_reason()
    {
        room.Turn();
        room.Accept(1);

        Assert.Equal("reason-needed", room.MoveOn(reason: " "));
        Assert.Equal("facilitators-only", room.MoveOn(2));
        Assert.Null(room.MoveOn(reason: "time"));

        Assert.Equal(2, room.With);
        Assert.Equal((Room.Seat(1), "time"), (room.State.MovedOn[0].Seat, room.State.MovedOn[0].Reason));
        Assert.Equal([2, 3], room.Turns());
    }

    [Fact]
    public void Going_on_ends_nobodys_turn_but_ones_own()
    {
        room.Accept(0);
        Assert.Null(room.NextStage());
        Assert.Equal(0, room.With); // the check-in begins with the facilitator
        room.Turn();
        room.Accept(1);

        Assert.Equal("somebody-has-the-piece", room.NextStage());
        Assert.Equal("somebody-has-the-piece", room.NextRound());
        Assert.Equal(1, room.With);
    }
}
