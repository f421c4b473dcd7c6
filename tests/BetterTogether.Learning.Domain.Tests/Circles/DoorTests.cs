using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Domain.Tests.Circles;

public sealed class DoorTests
{
    private readonly Room room = new();

    [Fact]
    public void The_way_in_is_open_agree_start()
    {
        Assert.Equal("not-open", room.Start());
        Assert.Null(room.Open());
        Assert.Equal("not-agreed", room.Start());
        Assert.Null(room.Consent(0));
        Assert.Equal("not-here", room.Start());
        room.Seen(0);

        Assert.Null(room.Start());

        Assert.Equal((CircleStatus.Running, FloorState.Offered, 0), (room.Circle.Status, room.Floor.State, room.With));
    }

    [Fact]
    public void The_version_that_is_agreed_to_is_the_one_at_the_door()
    {
        room.Open();

        Assert.Equal("agreements-changed", room.Consent(1, version: 2));
        Assert.Null(room.Consent(1));

        Assert.Equal(3, room.State.Seats[1].AgreedVersion);
    }

    [Fact]
    public void Another_plan_moves_it_into_the_future_only_and_one_that_begins_late_keeps_its_time()
    {
        var late = new Room(startsAtUtc: A.Now.AddHours(1));
        late.NowUtc = A.Now.AddHours(2);

        Assert.Equal("in-the-past", late.Replan(late.Plan with { StartsAtUtc = A.Now.AddMinutes(61) }));
        Assert.Equal("in-the-past", late.Replan(late.Plan with { StartsAtUtc = late.NowUtc }));
        Assert.Null(late.Replan(late.Plan with { StartsAtUtc = A.Now.AddHours(1).AddSeconds(-30), Title = "Late" }));
        Assert.Null(late.Replan(late.Plan with { StartsAtUtc = late.NowUtc.AddMinutes(1) }));

        Assert.Equal(late.NowUtc.AddMinutes(1), late.State.StartsAtUtc);
    }

    [Fact]
    public void One_stored_without_its_time_is_not_moved_by_being_told_it()
    {
        Assert.Null(room.State.StartsAtUtc);

        Assert.Null(room.Replan(room.Plan with { StartsAtUtc = A.Now.AddHours(-1) }));

        Assert.Equal(A.Now.AddHours(-1), room.State.StartsAtUtc);
    }

    [Fact]
    public void A_place_given_back_before_it_begins_leaves_no_seat_unless_a_worry_was_told_from_it()
    {
        room.Open();
        foreach (var person in new[] { 0, 1, 2, 3 }) { room.Seen(person); room.Consent(person); }
        room.Tell(2, MessageAbout.Safety);

        Assert.True(room.Unseat(1));
        Assert.All(new[] { 0, 1, 2 }, person => Assert.False(room.Unseat(person))); // who facilitates, who has gone, who told
        Assert.Equal(["s1", "s3", "s4"], room.State.Seats.Select(s => s.Id));
        room.Start();

        Assert.False(room.Unseat(3));
    }

    [Fact]
    public void Who_has_not_agreed_is_offered_nothing()
    {
        room.Open();
        foreach (var person in new[] { 0, 1, 2, 3 }) { room.Seen(person); }
        room.Consent(0);
        room.Consent(3);
        room.Start();

        Assert.Equal([0, 3], room.Turns());
        Assert.Equal("not-ready", room.Offer(1));
        Assert.Equal("not-agreed", room.Pass(1));
    }

    [Theory]
    [InlineData("open"), InlineData("start"), InlineData("offer"), InlineData("moveOn"), InlineData("reorder"), InlineData("nextRound"), InlineData("nextStage"), InlineData("choose")]
    [InlineData("pause"), InlineData("hold"), InlineData("close"), InlineData("askToLeave"), InlineData("makeCoFacilitator"), InlineData("addAgreement")]
    public void What_facilitators_do_others_cannot(string kind)
    {
        room.Started();
        using var json = System.Text.Json.JsonDocument.Parse($$"""{"id":"x","kind":"{{kind}}","to":"s2","seatId":"s2","order":[],"reason":"time","what":"actions","text":"line"}""");
        var command = CircleJson.ReadCommand(json.RootElement).Value;

        // To open or start what is open or runs is a double click for a facilitator, and still not a participant's to do.
        Assert.Equal("facilitators-only", room.Act(1, command));
        Assert.DoesNotContain(command.Kind, room.See(1).You.MayDo);
    }

    [Fact]
    public void Strangers_are_refused_everything()
    {
        room.Started();
        var stranger = A.PersonId();

        foreach (var kind in CommandJsonTests.Kinds)
        {
            Assert.Equal("no-seat", room.Circle.Act(stranger, CommandJsonTests.Any(kind), room.NowUtc).Refusal!.Code);
        }
        Assert.Equal("no-seat", room.Circle.Seen(stranger, room.NowUtc).Refusal!.Code);
        Assert.Equal("no-seat", room.Circle.Leave(stranger, room.NowUtc).Refusal!.Code);
        Assert.Equal("no-seat", room.Circle.For(stranger, room.NowUtc).Refusal!.Code);
    }

    [Fact]
    public void A_closed_circle_refuses_everything_but_actions_and_hand_overs()
    {
        room.Started();
        room.Close(confirmed: true);

        foreach (var kind in CommandJsonTests.Kinds.Except(["action", "seen", "handOver"]))
        {
            Assert.Equal("circle-closed", room.Act(0, CommandJsonTests.Any(kind)));
        }
    }

    [Fact]
    public void A_plan_has_one_facilitator_and_one_seat_a_person()
    {
        var twice = room.Plan with { Participants = [room.Plan.Participants[0], room.Plan.Participants[1], room.Plan.Participants[1]] };
        var none = room.Plan with { Participants = [.. room.Plan.Participants.Skip(1)] };
        var many = room.Plan with { Participants = [room.Plan.Participants[0], .. Enumerable.Range(0, 40).Select(i => new Participant(A.PersonId(), $"P{i}"))] };

        Assert.Equal(["seated-twice", "facilitator-needed", "too-many-seats"], new[] { twice, none, many }.Select(plan => Circle.Plan(plan).Refusal!.Code));
    }

    [Fact]
    public void Replanning_keeps_who_agreed_to_the_same_agreements()
    {
        room.Open();
        room.Consent(2);

        room.Circle.Replan(room.Plan with { Title = "Another title", Participants = [room.Plan.Participants[0], room.Plan.Participants[2]] }, room.NowUtc);
        Assert.Equal([null, 3], room.State.Seats.Select(s => s.AgreedVersion));
        room.Circle.Replan(room.Plan with { AgreementsVersion = 4 }, room.NowUtc);

        Assert.All(room.State.Seats, s => Assert.Null(s.AgreedVersion));
    }
}
