using System.Net;
using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Circles;

/// <summary>The room by refresh and POST alone.</summary>
public sealed class RoomPageTests
{
    private static readonly string[] NeverSaid = [" seat", "floor", "holder", "queue", "sequential", "popcorn", "consent", "lobby"];

    [Fact]
    public async Task A_circle_is_held_from_the_door_to_the_end()
    {
        await using var app = await TestApp.StartAsync();
        var room = await RoomWithoutScript.PlanAsync(app);

        (await room.LookAsync("ana")).ShouldSay(Agreements.Limits).ShouldSay("This app does not keep what you say.").ShouldSay("999").ShouldNotSay("Who is next");
        await room.BegunAsync();
        (await room.LookAsync("ana")).ShouldSay("The piece comes to Facilitator. You are next. Take your time.");
        await room.PressAsync(RoomWithoutScript.Facilitator, "Take the piece");
        (await room.LookAsync("ben")).ShouldSay("Facilitator has the piece.");
        await room.PressAsync(RoomWithoutScript.Facilitator, "Pass the piece on");
        var mine = await room.PressAsync("ana", "Take the piece");
        await mine.SubmitAsync("Show my words", ("text", "I noticed that it rained."));
        (await room.LookAsync("ben")).ShouldSay("I noticed that it rained.");
        await room.PressAsync("ana", "Pass the piece on");
        (await room.LookAsync("ben")).ShouldNotSay("I noticed that it rained.");
        await room.PressAsync("ben", "I am listening this round");
        (await room.LookAsync(RoomWithoutScript.Facilitator)).ShouldSay("The piece has been all the way round.");

        await room.CloseAsync();
        var after = (await room.LookAsync("ben")).ShouldSay("The circle is closed. Thank you for being here.");
        after.ShouldNotSay("I noticed that it rained.");
    }

    [Fact]
    public async Task Who_needed_a_moment_and_comes_back_after_the_round_has_the_piece()
    {
        await using var app = await TestApp.StartAsync();
        var room = await (await RoomWithoutScript.PlanAsync(app)).BegunAsync();
        await room.PressAsync("ana", "I need a moment");
        foreach (var name in new[] { RoomWithoutScript.Facilitator, "ben" })
        {
            await room.PressAsync(name, "Take the piece");
            await room.PressAsync(name, "Pass the piece on");
        }
        (await room.LookAsync("ben")).ShouldSay("The piece has been all the way round.");

        var back = await room.PressAsync("ana", "Come back in");

        back.ShouldSay("The piece comes to you. Take your time.").ShouldNotSay("all the way round");
        (await back.SubmitAsync("Take the piece")).ShouldSay("You have the piece.");
    }

    [Fact]
    public async Task Who_listens_this_round_is_not_told_to_be_next_and_the_others_see_no_difference()
    {
        await using var app = await TestApp.StartAsync();
        var room = await (await RoomWithoutScript.PlanAsync(app)).BegunAsync();
        var before = await room.LookAsync("ben");

        (await room.PressAsync("ana", "I am listening this round")).ShouldSay("You are listening this round.").ShouldNotSay("You are next");

        Assert.Equal(before.Text, (await room.LookAsync("ben")).Text);
    }

    [Fact]
    public async Task Who_asks_for_another_turn_while_the_piece_lies_in_the_middle_is_not_told_to_be_next()
    {
        await using var app = await TestApp.StartAsync();
        var room = await (await RoomWithoutScript.PlanAsync(app, "learning")).BegunAsync();
        await room.PressAsync(RoomWithoutScript.Facilitator, "Go on to the next part");
        await room.PressAsync("ana", "Take the piece");
        await room.PressAsync("ana", "Put the piece down");

        (await room.PressAsync("ana", "Take the piece")).ShouldSay("You asked for the piece. It comes to you.").ShouldNotSay("You are next");
    }

    [Fact]
    public async Task The_door_speaks_of_doing_without_script_only_to_who_has_none()
    {
        await using var app = await TestApp.StartAsync();
        var door = await (await RoomWithoutScript.PlanAsync(app)).LookAsync("ana");

        var check = door.Document.QuerySelector("#room-check")!;
        Assert.Equal("The room checks your connection by itself and tells you at the top.", check.TextContent);
        var without = door.Document.QuerySelectorAll("noscript").Single(n => n.TextContent.Contains("Look again", StringComparison.Ordinal));
        without.Remove();
        Assert.DoesNotContain("Look again", door.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_page_of_the_room_says_a_word_of_the_code()
    {
        await using var app = await TestApp.StartAsync();
        var room = await RoomWithoutScript.PlanAsync(app);
        var pages = new List<Page> { await room.LookAsync("ana") };
        await room.BegunAsync();
        pages.AddRange([await room.LookAsync("ana"), await room.LookAsync(RoomWithoutScript.Facilitator), await room.As(RoomWithoutScript.Facilitator).GetPageAsync($"{room.Address}/wall")]);
        await room.CloseAsync();
        pages.AddRange([await room.LookAsync("ana"), await room.LookAsync(RoomWithoutScript.Facilitator)]);

        foreach (var page in pages) { foreach (var word in NeverSaid) { page.ShouldNotSay(word); } }
    }

    [Fact]
    public async Task Nobody_begins_before_recording_is_off()
    {
        await using var app = await TestApp.StartAsync();
        var room = await RoomWithoutScript.PlanAsync(app);
        await room.PressAsync(RoomWithoutScript.Facilitator, "I agree");
        await room.PressAsync(RoomWithoutScript.Facilitator, "Open the waiting room");

        var waiting = await room.LookAsync(RoomWithoutScript.Facilitator);
        waiting.Document.QuerySelector("[name=_recordingOff]")!.RemoveAttribute("required"); // a browser that does not know it

        (await waiting.SubmitAsync("Begin the circle")).ShouldSay("Check first that recording, transcript and AI note-taking are off");
    }

    [Fact]
    public async Task To_strangers_and_administrators_there_is_no_such_page()
    {
        await using var app = await TestApp.StartAsync();
        var room = await (await RoomWithoutScript.PlanAsync(app)).BegunAsync();
        await app.HasPerson("admin@demo.example", Roles.Administrator);
        var administrator = await app.SignedInAs("admin@demo.example");

        foreach (var part in new[] { "", "/wall", "/record", "/answer", "?handler=Room" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetPageAsync(room.Address + part)).Status);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await room.As("ana").GetPageAsync(room.Address + "/wall")).Status);
    }

    [Fact]
    public async Task Whoever_was_asked_to_leave_is_told_where_to_turn()
    {
        await using var app = await TestApp.StartAsync();
        var room = await (await RoomWithoutScript.PlanAsync(app)).BegunAsync();

        await room.PressAsync(RoomWithoutScript.Facilitator, "Ask Ben to leave");

        (await room.LookAsync("ben")).ShouldBeAt("/circles/left").ShouldSay("You were asked to leave this circle");
    }

    [Fact]
    public async Task A_press_on_a_page_that_is_old_changes_nothing_and_says_so()
    {
        await using var app = await TestApp.StartAsync();
        var room = await (await RoomWithoutScript.PlanAsync(app)).BegunAsync();
        var old = await room.PressAsync(RoomWithoutScript.Facilitator, "Take the piece");
        await room.PressAsync(RoomWithoutScript.Facilitator, "Pass the piece on");
        await room.PressAsync("ana", "Take the piece");

        (await old.SubmitAsync("Pass the piece on")).ShouldSay("That turn is over, so nothing was changed.").ShouldSay("Ana has the piece.");
    }

    [Fact]
    public async Task Another_round_begun_twice_from_one_page_is_begun_once()
    {
        await using var app = await TestApp.StartAsync();
        var room = await (await RoomWithoutScript.PlanAsync(app)).BegunAsync();
        var old = await room.LookAsync(RoomWithoutScript.Facilitator);
        await old.SubmitAsync("Begin the round", ("prompt", "What else?"));

        foreach (var press in old.Document.QuerySelectorAll("[name=press]")) { press.SetAttribute("value", Guid.NewGuid().ToString("N")); }
        foreach (var button in new[] { "Begin the round", "Go on to the next part" }) { (await old.SubmitAsync(button)).ShouldSay("The circle has gone on already, so nothing was changed."); }

        (await room.LookAsync("ana")).ShouldSay("What else?").ShouldSay("round 2");
    }

    [Fact]
    public async Task Going_on_twice_from_one_part_goes_on_once()
    {
        await using var app = await TestApp.StartAsync();
        var room = await (await RoomWithoutScript.PlanAsync(app)).BegunAsync();
        var old = await room.LookAsync(RoomWithoutScript.Facilitator);
        await old.SubmitAsync("Go on to the next part");
        var stage = await StageAsync();

        // The same page in the other facilitator's hands: another press, not the same one again.
        foreach (var press in old.Document.QuerySelectorAll("[name=press]")) { press.SetAttribute("value", Guid.NewGuid().ToString("N")); }
        (await old.SubmitAsync("Go on to the next part")).ShouldSay("The circle has gone on already, so nothing was changed.");

        Assert.Equal(stage, await StageAsync());

        async Task<int> StageAsync() => (await room.As("ana").GetAsync($"/api/v1/circles/{room.Id}")).Json.GetProperty("stage").GetProperty("index").GetInt32();
    }

    [Fact]
    public async Task Whoever_opens_the_page_is_there_for_a_minute_and_at_the_door_nobody_is()
    {
        await using var app = await TestApp.StartAsync();
        var room = await RoomWithoutScript.PlanAsync(app);
        await room.LookAsync("ana");
        Assert.Equal("away", await PresenceAsync("Ana"));
        await room.BegunAsync();
        app.Clock.Advance(TimeSpan.FromSeconds(50));

        foreach (var name in new[] { RoomWithoutScript.Facilitator, "ana" }) { await room.LookAsync(name); }
        app.Clock.Advance(TimeSpan.FromSeconds(20));

        await Eventually.HoldsAsync(async () => await PresenceAsync("Ben") == "away", "who did not look is away");
        Assert.Equal("here", await PresenceAsync("Ana"));

        async Task<string?> PresenceAsync(string name) => (await room.As("ben").GetAsync($"/api/v1/circles/{room.Id}")).Json.GetProperty("seats").EnumerateArray().Single(s => s.GetProperty("name").GetString() == name).GetProperty("presence").GetString();
    }

    [Fact]
    public async Task The_bell_hides_nothing_and_goes_by_itself()
    {
        await using var app = await TestApp.StartAsync();
        var room = await (await RoomWithoutScript.PlanAsync(app)).BegunAsync();
        await room.PressAsync(RoomWithoutScript.Facilitator, "Take the piece");

        (await room.PressAsync("ana", "Ring the pause bell")).ShouldSay("The bell was rung. Let us breathe, and then go on. Facilitator has the piece, in silence.");
        app.Clock.Advance(TimeSpan.FromSeconds(12));

        await Eventually.HoldsAsync(async () => !(await room.LookAsync("ben")).Text.Contains("The bell was rung", StringComparison.Ordinal), "the bell is over");
        (await room.LookAsync("ben")).ShouldSay("Facilitator has the piece, in silence.");
    }

    [Fact]
    public async Task Times_and_who_has_not_spoken_are_for_facilitators_alone()
    {
        await using var app = await TestApp.StartAsync();
        var room = await (await RoomWithoutScript.PlanAsync(app)).BegunAsync();
        await room.PressAsync(RoomWithoutScript.Facilitator, "Take the piece");
        app.Clock.Advance(TimeSpan.FromSeconds(40));
        await room.PressAsync(RoomWithoutScript.Facilitator, "Pass the piece on");

        (await room.LookAsync(RoomWithoutScript.Facilitator)).ShouldSay("Not spoken yet: Ana, Ben.").ShouldSay("1 turn, 0:40 minutes");
        (await room.LookAsync("ana")).ShouldNotSay("Not spoken yet").ShouldNotSay("0:40");
        (await room.As(RoomWithoutScript.Facilitator).GetPageAsync($"{room.Address}/wall")).ShouldNotSay("0:40");
    }
}
