using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Domain.Tests.Circles;

public sealed class SafetyTests
{
    private readonly Room room = new Room(people: 5).Started();

    private string Message => room.State.Messages[^1].Id;

    private string? Seen(int person) => room.Act(person, new CircleCommand.Seen(Message) { Id = room.NextId() });

    private string? HandOver(int person, int? carriedBy = null, string? told = null, string? reference = null, bool recorded = false) =>
        room.Act(person, new CircleCommand.HandOver(Message, carriedBy is { } c ? Room.Seat(c) : null, told, reference, recorded) { Id = room.NextId() });

    [Fact]
    public void A_private_word_is_seen_by_whom_it_is_for_and_by_nobody_else()
    {
        room.MakeCoFacilitator(1);
        Assert.Null(room.Tell(3, MessageAbout.Help, text: "I need a pause"));
        var told = Assert.IsType<Told>(Assert.Single(room.Last.Effects));
        var words = CircleWords.None with { Messages = new Dictionary<string, string> { [told.MessageId] = told.Text } };

        Assert.Equal("I need a pause", Assert.Single(room.Circle.For(room.PersonId(0), room.NowUtc, words).Value.Messages).Text);
        Assert.Null(Assert.Single(room.Circle.For(room.PersonId(3), room.NowUtc, words).Value.Messages).Text);
        Assert.Empty(room.See(1).Messages);
        Assert.Empty(room.See(2).Messages);
    }

    [Fact]
    public void Help_is_gone_when_the_circle_closes()
    {
        room.Tell(3, MessageAbout.Help);
        var id = Message;
        room.Close(confirmed: true);

        Assert.Equal(id, Assert.Single(room.Last.Effects.OfType<MessageGone>()).MessageId);
        Assert.Empty(room.State.Messages);
    }

    [Fact]
    public void Safety_unseen_for_a_minute_goes_to_the_co_facilitator_and_then_to_the_duty_contact()
    {
        room.MakeCoFacilitator(1);
        room.Tell(3, MessageAbout.Safety);
        room.Pass(TimeSpan.FromSeconds(59));
        Assert.Empty(room.See(1).Messages);

        room.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(new PassedOn(Message, Room.Seat(1)), Assert.Single(room.Last.Effects));
        Assert.Single(room.See(1).Messages);
        room.Pass(TimeSpan.FromSeconds(60));

        Assert.Equal(new PassedOn(Message, null), Assert.Single(room.Last.Effects));
        Assert.True(room.See(3).Messages[0].DutyContactTold);
        Assert.Null(room.State.Messages[0].PassOnAtUtc);
    }

    [Fact]
    public void Once_seen_it_goes_no_further()
    {
        room.Tell(3, MessageAbout.Safety);
        Assert.Equal("message-not-found", Seen(2));
        Assert.Null(Seen(0));

        Assert.Null(room.Circle.NextDueUtc);
        Assert.Equal(room.NowUtc, room.See(3).Messages[0].SeenAt);
    }

    [Fact]
    public void Without_a_co_facilitator_the_duty_contact_is_next()
    {
        room.Tell(3, MessageAbout.Safety);
        room.Pass(TimeSpan.FromSeconds(60));

        Assert.Equal(new PassedOn(Message, null), Assert.Single(room.Last.Effects));
    }

    [Theory]
    [InlineData(null, new[] { 0 }), InlineData("facilitator", new[] { 0 }), InlineData("coFacilitator", new[] { 1 }), InlineData("s2", new[] { 1 }), InlineData("outside", new int[0])]
    public void The_sender_chooses_who_is_told(string? to, int[] told)
    {
        room.MakeCoFacilitator(1);

        Assert.Null(room.Tell(3, MessageAbout.Safety, to));

        Assert.Equal(told.Select(Room.Seat), room.State.Messages[0].To);
        Assert.Equal(told.Length == 0, room.State.Messages[0].DutyContactTold);
    }

    [Fact]
    public void A_worry_that_was_told_past_the_facilitator_never_reaches_them()
    {
        room.MakeCoFacilitator(1);
        room.Tell(3, MessageAbout.Safety, "coFacilitator");
        room.Pass(TimeSpan.FromMinutes(5));
        Assert.Empty(room.See(0).Messages);
        Assert.True(room.State.Messages[0].DutyContactTold);

        room.Close(confirmed: true);

        Assert.Equal(CircleStatus.Closed, room.Circle.Status);
        Assert.Equal(Room.Seat(1), room.State.Messages[0].HandOver!.CarriedBy);
    }

    [Theory, InlineData("s4", "nobody-to-tell"), InlineData("coFacilitator", "nobody-to-tell"), InlineData("outside", "safety-only-outside")]
    public void Help_is_for_a_facilitator(string to, string code) => Assert.Equal(code, room.Tell(3, MessageAbout.Help, to));

    [Fact]
    public void Closing_asks_who_carries_an_open_worry()
    {
        room.Tell(3, MessageAbout.Safety);
        Assert.Null(room.Close(confirmed: true));
        Assert.Equal(CircleStatus.Closing, room.Circle.Status);
        Assert.Equal("circle-closed", room.Take(1));
        Assert.Equal("told-whom-needed", HandOver(0));
        Assert.Equal(CircleStatus.Closing, room.Circle.Status);

        Assert.Null(HandOver(0, told: "Nobody yet"));

        Assert.Equal(CircleStatus.Closed, room.Circle.Status);
        Assert.Contains(room.Last.Effects, e => e is Ended);
    }

    [Fact]
    public void A_hand_over_stays_open_until_it_is_recorded_with_whom_was_told()
    {
        room.Tell(3, MessageAbout.Safety);
        room.Close(confirmed: true);
        Assert.Equal("told-whom-needed", HandOver(0, recorded: true));
        Assert.Equal("message-not-found", HandOver(2, told: "Somebody"));
        Assert.Null(HandOver(0, told: "Duty team", reference: "4711"));
        Assert.DoesNotContain(room.Last.Effects, e => e is MessageGone);

        Assert.Null(HandOver(0, recorded: true));

        Assert.Equal(new MessageGone(Message), Assert.Single(room.Last.Effects));
        Assert.Equal(new HandOver(Room.Seat(0), A.Now) { ToldWhom = "Duty team", CaseReference = "4711", RecordedAtUtc = A.Now }, room.State.Messages[0].HandOver);
        Assert.Null(HandOver(0, told: "Somebody else"));
        Assert.False(room.Last.Changed);
    }

    [Fact]
    public void Who_carries_it_can_see_it()
    {
        room.Tell(3, MessageAbout.Safety);

        Assert.Null(HandOver(0, carriedBy: 2, told: "Nobody yet"));

        Assert.Single(room.See(2).Messages);
        Assert.Equal("seat-not-found", HandOver(0, carriedBy: 9, told: "Nobody yet"));
    }

    [Fact]
    public void The_duty_contact_records_what_was_told_to_them()
    {
        room.Tell(3, MessageAbout.Safety, "outside");
        room.Close(confirmed: true);

        Assert.Equal("told-whom-needed", room.Circle.RecordOutside(Message, " ", null, room.NowUtc).Refusal!.Code);
        var answer = room.Circle.RecordOutside(Message, "Duty team", "4711", room.NowUtc);

        Assert.Equal(new MessageGone(Message), Assert.Single(answer.Effects));
        Assert.Null(room.State.Messages[0].HandOver!.CarriedBy);
        Assert.Equal("message-not-found", room.Circle.RecordOutside("99", "Somebody", null, room.NowUtc).Refusal!.Code);
    }

    [Fact]
    public void A_break_is_everybodys_and_names_no_cause()
    {
        room.Accept(0);
        room.Pass(TimeSpan.FromSeconds(5));
        Assert.Null(room.Hold());

        var seen = room.See(2);
        Assert.Equal((CircleStatus.Held, 5000L), (seen.Status, seen.Floor.HeldMs));
        Assert.Equal("on-a-break", room.Release(0));
        Assert.Null(room.Tell(2, MessageAbout.Help));
        Assert.Null(room.Resume(0));
        Assert.Equal((CircleStatus.Running, FloorState.Holding), (room.Circle.Status, room.Floor.State));
    }
}
