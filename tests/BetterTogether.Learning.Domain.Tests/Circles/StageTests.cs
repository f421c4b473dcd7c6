using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Domain.Tests.Circles;

public sealed class StageTests
{
    [Theory]
    [InlineData("nothingMore", "Closing word")]
    [InlineData("responseRound", "Responses")]
    [InlineData("actions", "Actions")]
    public void After_the_stories_the_group_chooses(string what, string stage)
    {
        var room = new Room().In("The group's choice");
        Assert.Equal(["nothingMore", "responseRound", "actions"], room.See(0).Choices);
        Assert.Empty(room.See(1).Choices);

        Assert.Equal("facilitators-only", room.Choose(what, by: 1));
        Assert.Equal("no-such-choice", room.Choose("somethingElse"));
        Assert.Null(room.Choose(what));

        Assert.Equal(stage, room.See(1).Stage.Title);
    }

    [Fact]
    public void After_the_responses_there_may_still_be_actions()
    {
        var room = new Room().In("The group's choice");
        room.Choose("responseRound");
        room.Turns();

        Assert.Null(room.Choose("actions"));

        Assert.Equal("Actions", room.See(1).Stage.Title);
        room.NextStage();
        Assert.Equal("Closing word", room.See(1).Stage.Title);
        Assert.Equal("last-stage", room.NextStage());
    }

    [Fact]
    public void Going_on_without_a_choice_is_nothing_more()
    {
        var room = new Room().In("The group's choice");

        room.NextStage();

        Assert.Equal("Closing word", room.See(1).Stage.Title);
    }

    [Fact]
    public void Two_facilitators_who_go_on_at_once_skip_no_stage()
    {
        var room = new Room().Started();
        room.MakeCoFacilitator(1);
        var (seen, first) = (room.See(1).Stage.Index, room.See(0).Stages[1]);

        Assert.Null(room.NextStage(stage: seen));
        Assert.Equal("stale-stage", room.NextStage(by: 1, stage: seen));
        Assert.Equal("stale-stage", room.NextRound(by: 1, stage: seen));

        Assert.Equal(first, room.See(1).Stage.Title);
        Assert.Equal(1, room.See(1).Round.Number);
        // Who names no stage means the one it is.
        Assert.Null(room.NextStage(by: 1));
        Assert.Equal(2, room.See(1).Stage.Index);
    }

    [Fact]
    public void Two_facilitators_who_begin_another_round_at_once_begin_one_and_going_on_throws_none_away()
    {
        var room = new Room().In("Stories");
        room.MakeCoFacilitator(1);
        var (stage, round) = (room.See(1).Stage.Index, room.See(1).Round.Number);

        Assert.Null(room.NextRound(prompt: "What else?", stage: stage, round: round));
        Assert.Equal("stale-stage", room.NextRound(by: 1, prompt: "And now?", stage: stage, round: round));
        Assert.Equal("stale-stage", room.NextStage(by: 1, stage: stage, round: round));

        Assert.Equal((stage, round + 1, "What else?"), (room.See(1).Stage.Index, room.See(1).Round.Number, room.See(1).Stage.Prompt));
        // Who names no round means the one it is.
        Assert.Null(room.NextRound(by: 1, stage: stage));
        Assert.Equal(round + 2, room.See(1).Round.Number);
    }

    [Fact]
    public void What_was_chosen_twice_at_once_is_chosen_once()
    {
        var room = new Room().In("The group's choice");
        var seen = room.See(0).Stage.Index;

        Assert.Null(room.Choose("responseRound", stage: seen));
        Assert.Equal("stale-stage", room.Choose("nothingMore", stage: seen));

        Assert.Equal("Responses", room.See(1).Stage.Title);
    }

    [Theory]
    [InlineData("Opening", new[] { 0 })]
    [InlineData("Check-in word", new[] { 0, 1, 2, 3 })]
    [InlineData("The question", new[] { 1 })]
    [InlineData("Presenting", new[] { 1 })]
    [InlineData("What might be going on", new[] { 0, 2, 3 })]
    [InlineData("What else", new[] { 0, 2, 3 })]
    [InlineData("Ideas", new[] { 0, 2, 3 })]
    [InlineData("The bringer responds", new[] { 1 })]
    [InlineData("Check-out", new[] { 0, 1, 2, 3 })]
    public void In_problem_solving_the_bringer_presents_then_listens_then_responds(string stage, int[] speak)
    {
        var room = new Room("problemSolving", 4, (p, i) => i == 1 ? p with { Role = SeatRole.Bringer } : p).In(stage);
        if (room.With is null) { foreach (var person in new[] { 0, 1, 2, 3 }) { room.Take(person); } }

        Assert.Equal(speak, room.Turns().Order());

        if (!speak.Contains(1)) { Assert.Equal("listening-now", room.Take(1)); }
    }

    [Theory, InlineData("Welcome", true), InlineData("Stories", false), InlineData("Themes", false), InlineData("Thanks", true)]
    public void A_listening_leader_may_only_welcome_and_thank(string stage, bool speaks)
    {
        var room = new Room("leadersListening", 4, (p, i) => i == 3 ? p with { Role = SeatRole.Listener } : p).In(stage);

        if (speaks) { Assert.Equal([3], room.Turns()); }
        else { Assert.Equal("listening-now", room.Take(3)); }
    }

    [Fact]
    public void In_silence_nobody_has_the_piece()
    {
        var room = new Room(new CircleFormat("silent", "Silent", "", [new("Silence", "Breathe", StageMode.Silent, 2), new("Word", "A word", StageMode.Sequential, 1)])).Started();

        Assert.Null(room.With);
        Assert.Equal("everyone-is-silent", room.Take(1));
        Assert.Equal("everyone-is-silent", room.Offer(1));
        Assert.Equal("everyone-is-silent", room.Pass(1));
        Assert.Null(room.NextStage());
    }

    [Fact]
    public void Problem_solving_needs_who_brings_the_question()
    {
        var room = new Room("problemSolving");
        room.Open();
        room.Seen(0);
        room.Consent(0);

        Assert.Equal("bringer-needed", room.Start());
        room.Circle.Replan(room.Plan with { Participants = [.. room.Plan.Participants.Select((p, i) => i == 2 ? p with { Role = SeatRole.Bringer } : p)] }, room.NowUtc);

        Assert.Null(room.Start());
        Assert.Equal("has-started", room.Circle.Replan(room.Plan, room.NowUtc).Refusal!.Code);
    }

    [Fact]
    public void Closing_names_who_was_not_offered_the_piece_unless_it_is_confirmed()
    {
        var room = new Room().Started();
        room.Turn();
        room.Turn();

        Assert.Equal("not-everyone-offered", room.Close());
        Assert.Equal([Room.Seat(3)], Assert.IsType<NotEveryoneOffered>(room.Last.Refusal).Seats);
        Assert.Null(room.Close(confirmed: true));

        Assert.Equal(CircleStatus.Closed, room.Circle.Status);
    }

    [Fact]
    public void Nobody_is_cut_off_by_a_closing_that_was_not_confirmed()
    {
        var room = new Room().Started();
        for (var i = 0; i < 3; i++) { room.Turn(); }
        room.Accept(3);

        Assert.Equal("somebody-has-the-piece", room.Close());
        room.Release(3);

        Assert.Null(room.Close());
    }

    [Fact]
    public void What_was_only_of_the_circle_is_gone_when_it_closes()
    {
        var room = new Room().Started();
        room.Turns();
        room.StepOut(2);
        room.Close();

        Assert.Equal(4, Assert.Single(room.Last.Effects.OfType<Ended>()).TookPart.Count);
        Assert.All(room.State.Seats, s => Assert.Equal((Presence.Left, false, false, 0, 0L), (s.Presence, s.SteppedOut, s.TookPart, s.Turns, s.SpokenMs)));
        Assert.Equal("circle-closed", room.Take(1));
        Assert.Equal([CommandKind.Action, CommandKind.Seen, CommandKind.HandOver], room.See(1).You.MayDo);
    }

    [Fact]
    public void Actions_have_an_owner_and_a_day_and_stay_open_after_the_end()
    {
        var room = new Room().Started();
        string? Agree(string text = "Ask the team", string owner = "s2", string due = "2026-07-09") => room.Act(2, new CircleCommand.Action(text, owner, A.Day(due)) { Id = room.NextId() });
        Assert.Null(Agree());
        Assert.Equal("text-needed", Agree(" "));
        Assert.Equal("seat-not-found", Agree(owner: "s9"));
        Assert.Equal("due-wrong", Agree(due: "2026-07-01")); // it is the second already in London
        room.Close(confirmed: true);

        Assert.Null(Agree("Write it down"));

        Assert.Equal(["Ask the team", "Write it down"], room.See(3).Actions.Select(a => a.Text));
        Assert.Equal(2, room.See(3).Actions.Select(a => a.Id).Distinct().Count());
    }

    [Fact]
    public void A_line_is_added_to_how_we_will_be_together()
    {
        var room = new Room().Started();

        Assert.Null(room.Act(0, new CircleCommand.AddAgreement("We let each other finish") { Id = room.NextId() }));
        Assert.Equal("facilitators-only", room.Act(1, new CircleCommand.AddAgreement("Mine") { Id = room.NextId() }));

        Assert.Equal(["We let each other finish"], room.See(3).Together);
    }
}
