using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Circles;

/// <summary>A private word, and the card that a worry about safety brings.</summary>
public sealed class RoomSafetyPageTests
{
    private const string Facilitator = RoomWithoutScript.Facilitator;

    [Fact]
    public async Task A_worry_about_safety_brings_the_card_and_the_circle_closes_once_somebody_carries_it()
    {
        await using var app = await TestApp.StartAsync(new TestAppOptions { Settings = { ["Circles:Safety:Safeguarding"] = "the duty team on extension 1" } });
        var room = await (await RoomWithoutScript.PlanAsync(app)).BegunAsync();

        (await room.PressAsync("ana", "Send it", ("about", "safety"), ("text", "A child may be in danger."))).ShouldSay("Your private words were sent");
        var card = (await room.LookAsync(Facilitator)).ShouldSay("A worry about somebody's safety").ShouldSay("A child may be in danger.").ShouldSay("Tell the duty team on extension 1.").ShouldSay("See Ana alone.");
        (await room.LookAsync("ben")).ShouldNotSay("A child may be in danger.").ShouldNotSay("worry about somebody's safety From");
        (await card.SubmitAsync("I have seen this")).ShouldSay("A child may be in danger.");
        (await room.LookAsync("ana")).ShouldSay("and have been seen");

        (await room.CloseAsync()).ShouldSay("The circle is closing.").ShouldSay("A worry about somebody's safety");
        (await room.PressAsync(Facilitator, "Save the hand-over", ("toldWhom", "the duty team"), ("caseReference", "4711"))).ShouldSay("The circle is closed.").ShouldSay("told the duty team, reference 4711");
        (await room.PressAsync(Facilitator, "Save the hand-over", ("toldWhom", "the duty team"), ("recorded", "true"))).ShouldNotSay("A child may be in danger.");
    }

    [Fact]
    public async Task A_hand_over_says_who_was_told_and_what_else_was_filled_in_stays_until_it_does()
    {
        await using var app = await TestApp.StartAsync();
        var room = await (await RoomWithoutScript.PlanAsync(app)).BegunAsync();
        await room.PressAsync("ana", "Send it", ("about", "safety"), ("text", "A child may be in danger."));
        var closing = await room.CloseAsync();
        closing.Document.QuerySelector("[name=toldWhom]")!.RemoveAttribute("required"); // a browser that does not know it

        var refused = (await closing.SubmitAsync("Save the hand-over", ("caseReference", "4711"), ("recorded", "true"))).ShouldSay("Say whom you told, or “nobody yet”.").ShouldSay("A child may be in danger.");

        Assert.Equal("4711", refused.Document.QuerySelector("[name=caseReference]")!.GetAttribute("value"));
        Assert.True(refused.Document.QuerySelector("[name=recorded]")!.HasAttribute("checked"));
        (await refused.SubmitAsync("Save the hand-over", ("toldWhom", "nobody yet"), ("recorded", "false"))).ShouldSay("The circle is closed.").ShouldSay("told nobody yet, reference 4711").ShouldSay("A child may be in danger.");
    }

    [Fact]
    public async Task A_circle_that_closes_lets_people_go_and_shows_the_facilitator_the_hand_over_it_waits_for()
    {
        await using var app = await TestApp.StartAsync();
        var room = await (await RoomWithoutScript.PlanAsync(app)).BegunAsync();
        await room.PressAsync("ana", "Send it", ("about", "safety"), ("text", "A child may be in danger."));
        await room.PressAsync("ben", "I need a moment");

        var closing = (await room.CloseAsync()).ShouldSay("The circle is closing. It waits for a hand-over.").ShouldNotSay("We begin soon");

        var link = closing.Document.QuerySelectorAll("a").Single(a => a.TextContent.Contains("say who carries it", StringComparison.Ordinal));
        Assert.NotNull(closing.Document.QuerySelector(link.GetAttribute("href")!));
        foreach (var name in new[] { "ana", "ben" }) { (await room.LookAsync(name)).ShouldSay("The circle is over. Thank you for being here.").ShouldSay("You can go now").ShouldNotSay("hand-over").ShouldNotSay("We begin soon"); }
        (await room.As(Facilitator).GetPageAsync($"{room.Address}/wall")).ShouldSay("The circle is over.").ShouldNotSay("hand-over");
    }

    [Fact]
    public async Task What_could_not_be_sent_stays_in_the_form()
    {
        await using var app = await TestApp.StartAsync(new TestAppOptions { Settings = { ["Circles:DutyContact"] = "duty@demo.example" } });
        var room = await (await RoomWithoutScript.PlanAsync(app)).BegunAsync();

        var refused = await room.PressAsync("ana", "Send it", ("about", "help"), ("to", "outside"), ("text", "I feel unwell."));

        refused.ShouldSay("is for a worry about safety").ShouldSay("I feel unwell.");
        Assert.Equal(["help", "outside"], refused.Document.QuerySelectorAll("#tell-fold [checked]").Select(c => c.GetAttribute("value")));
    }

    [Fact]
    public async Task Whoever_facilitates_alone_is_offered_what_can_be_sent_and_nothing_else()
    {
        await using var app = await TestApp.StartAsync(new TestAppOptions { Settings = { ["Circles:DutyContact"] = "duty@demo.example" } });
        var room = await (await RoomWithoutScript.PlanAsync(app)).BegunAsync();

        var page = (await room.LookAsync(Facilitator)).ShouldSay("Tell somebody privately").ShouldNotSay("I need something, or want to say something");

        (await page.SubmitAsync("Send it", ("text", "Somebody is not safe at home."))).ShouldSay("Your private words were sent");
        (await room.LookAsync("ana")).ShouldSay("I need something, or want to say something");
    }

    [Fact]
    public async Task Whoever_facilitates_alone_with_nobody_outside_reads_whom_to_call()
    {
        await using var app = await TestApp.StartAsync();
        var room = await (await RoomWithoutScript.PlanAsync(app)).BegunAsync();

        var page = (await room.LookAsync(Facilitator)).ShouldSay("Nobody facilitates with you. To tell somebody outside, call:").ShouldSay("999");

        Assert.Empty(page.Document.QuerySelectorAll("#tell-fold form"));
    }

    [Fact]
    public async Task A_break_names_nobody_as_its_cause()
    {
        await using var app = await TestApp.StartAsync();
        var room = await (await RoomWithoutScript.PlanAsync(app)).BegunAsync();
        await room.PressAsync("ana", "I need a moment");

        await room.PressAsync(Facilitator, "Take a break");

        (await room.LookAsync("ben")).ShouldSay("We are taking a break.").ShouldNotSay("needs a moment");
        (await room.LookAsync("ana")).ShouldSay("Come back in");
    }

    [Fact]
    public async Task The_duty_contact_reads_a_worry_that_went_outside_and_marks_it_recorded()
    {
        await using var app = await TestApp.StartAsync(new TestAppOptions { Settings = { ["Circles:DutyContact"] = "duty@demo.example" } });
        var room = await (await RoomWithoutScript.PlanAsync(app)).BegunAsync();
        await app.HasPerson("duty@demo.example");
        await room.PressAsync("ana", "Send it", ("about", "safety"), ("to", "outside"), ("text", "Somebody is not safe at home."));
        var worry = $"{room.Address}/worries/{await WorryIdAsync(room)}";
        (await room.LookAsync(Facilitator)).ShouldNotSay("Somebody is not safe at home.");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await room.As(Facilitator).GetPageAsync(worry)).Status);

        var page = (await (await app.SignedInAs("duty@demo.example")).GetPageAsync(worry)).ShouldSay("Somebody is not safe at home.");
        (await page.SubmitAsync("It is recorded: delete the words here")).ShouldSay("Say whom you told").ShouldSay("Somebody is not safe at home.");
        (await page.SubmitAsync("It is recorded: delete the words here", ("ToldWhom", "the duty team"))).ShouldSay("its words are deleted here").ShouldSay("Told the duty team");
    }

    private static async Task<string> WorryIdAsync(RoomWithoutScript room) =>
        (await room.As("ana").GetAsync($"/api/v1{room.Address}")).Json.GetProperty("messages")[0].GetProperty("messageId").GetString()!;
}
