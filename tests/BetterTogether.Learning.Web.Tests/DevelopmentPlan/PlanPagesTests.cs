using System.Net;
using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.DevelopmentPlan;

public sealed class PlanPagesTests
{
    [Fact]
    public async Task An_objective_is_set_noted_and_done_for()
    {
        await using var app = await TestApp.StartAsync();
        var me = await app.HasPerson("me@demo.example");
        using var visitor = await app.SignedInAs(me);

        var plan = await visitor.GetPageAsync(Links.DevelopmentPlan);
        plan.ShouldSay("2026 to 2027").ShouldSay("Nothing has to be written.");
        var form = await plan.FollowAsync("Add a training objective");
        form = await form.SubmitAsync("Add to my plan", ("What I will do", ""), ("Why", "To hear better"));
        form.ShouldSay("Say in a few words what you will do");
        Assert.Equal("To hear better", form.Document.QuerySelector("#Form_Why")!.TextContent.Trim());
        var page = await form.SubmitAsync("Add to my plan", ("What I will do", "Learn to wait"), ("Form.TargetDate", "2026-12-01"));
        page.ShouldSay("Learn to wait").ShouldSay("To hear better").ShouldSay("Tuesday 1 December 2026").ShouldSay("Not started");

        page = await page.SubmitAsync("Add to the history", ("Status", "Stopped"), ("Text", ""));
        page.ShouldSay("Say in a few words why it stops.");
        page = await page.SubmitAsync("Add to the history", ("Status", "NeedsHelp"), ("Text", "I speak too soon"));
        page.ShouldSay("Added to the history.").ShouldSay("I speak too soon").ShouldSay("Needs help");

        page = await page.SubmitAsync("Add it", ("DidText", "Counted to ten"), ("On", "2026-07-03"));
        page.ShouldSay("Choose the day it happened: today or before").ShouldSay("Counted to ten");
        page = await page.SubmitAsync("Add it", ("On", "2026-07-02"));
        page.ShouldSay("Added to what you did.").ShouldSay("Reflection, Thursday 2 July 2026").ShouldSay("Needs help");
        (await visitor.GetPageAsync(Links.DevelopmentPlan)).ShouldSay("Learn to wait").ShouldSay("Tuesday 1 December 2026 planned Target date: Learn to wait").ShouldSay("happened Reflection: Counted to ten");
    }

    [Fact]
    public async Task Talking_without_writing_is_complete_and_pressed_twice_kept_once()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = await app.SignedInAs(await app.HasPerson("me@demo.example"));

        var before = await visitor.GetPageAsync(Links.DevelopmentPlan);
        await before.SubmitAsync("We talked; nothing to write: Wellbeing");
        var after = await before.SubmitAsync("We talked; nothing to write: Wellbeing");

        after.ShouldSay("You talked about it; nothing to write");
        Assert.Equal(1, await app.Ask(db => Task.FromResult(db.NothingToWrite.Count())));
    }

    [Fact]
    public async Task Two_windows_lose_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var me = await app.HasPerson("me@demo.example");
        using var visitor = await app.SignedInAs(me);
        var objective = await app.HasObjectiveAsync(me);
        var (one, two) = (await visitor.GetPageAsync(Links.RewordObjective(objective.Id)), await visitor.GetPageAsync(Links.RewordObjective(objective.Id)));

        (await one.SubmitAsync("Save changes", ("What I will do", "Listen twice"))).ShouldSay("Listen twice").ShouldSay("It was: Listen before I plan");
        (await one.SubmitAsync("Save changes", ("What I will do", "Listen twice"))).ShouldBeAt(Links.Objective(objective.Id)); // a double click
        var clash = await two.SubmitAsync("Save changes", ("What I will do", "Listen for once"), ("Why", "They asked"));

        clash.ShouldSay("was changed in another window").ShouldSay("Listen twice");
        Assert.Equal("They asked", clash.Document.QuerySelector("#Form_Why")!.TextContent.Trim());
        (await clash.SubmitAsync("Save changes")).ShouldSay("Listen for once").ShouldSay("It was: Listen twice");
    }

    [Fact]
    public async Task Last_years_is_carried_changed_or_stopped()
    {
        await using var app = await TestApp.StartAsync();
        var me = await app.HasPerson("me@demo.example");
        using var visitor = await app.SignedInAs(me);
        var lastYear = app.Clock.NowUtc.AddYears(-1);
        foreach (var title in new[] { "As it is", "In new words", "No more" }) { await app.HasObjectiveAsync(me, title: title, atUtc: lastYear); }

        var plan = await (await (await visitor.GetPageAsync(Links.DevelopmentPlan)).FollowAsync("As it is")).SubmitAsync("Carry it over");
        plan = await (await plan.FollowAsync("In new words")).SubmitAsync("Carry it with these words", ("What I will do", "In newer words"));
        var stop = await (await plan.FollowAsync("No more")).SubmitAsync("Stop it", ("Text", ""));
        stop.ShouldSay("Say in a few words why it stops.");
        plan = await stop.SubmitAsync("Stop it", ("Text", "I have another post"));

        plan.ShouldNotSay("These are not finished").ShouldSay("In newer words").ShouldSay("carried over from the year before");
        (await visitor.GetPageAsync(Links.PlanYear(null, 2025))).ShouldSay("Goes on in the next year").ShouldSay("Stopped").ShouldSay("I have another post");
        Assert.Equal(2, await app.Ask(db => Task.FromResult(db.Objectives.Count(o => o.Year == 2026))));
    }

    [Fact]
    public async Task From_a_circle_comes_an_empty_box()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = await app.SignedInAs(await app.HasPerson("me@demo.example"));

        var page = await visitor.GetPageAsync(Links.NewObjectiveFromCircle);
        Assert.All(page.Document.QuerySelectorAll("main input[type=text], main textarea"), box => Assert.Equal("", box.TextContent.Trim() + box.GetAttribute("value")));
        (await page.SubmitAsync("Add to my plan", ("What I will do", "Ring the school"))).ShouldSay("Choose what kind of objective it is").ShouldSay("Nothing of the circle comes with it");
        (await page.SubmitAsync("Add to my plan", ("Form.Kind", "Work"), ("What I will do", "Ring the school"))).ShouldSay("Ring the school").ShouldSay("Work");
    }

    [Fact]
    public async Task A_made_up_kind_or_year_is_none()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = await app.SignedInAs(await app.HasPerson("me@demo.example"));

        (await visitor.GetPageAsync("/objectives/new?kind=Rest")).ShouldSay("What kind of objective is it?");
        (await visitor.GetPageAsync(Links.DevelopmentPlan + "?year=12")).ShouldSay("2026 to 2027");
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetPageAsync(Links.Objective(Guid.NewGuid()))).Status);
    }

    [Fact]
    public async Task A_plan_is_read_in_three_queries_however_long_it_is()
    {
        var count = new CommandCount();
        await using var app = await TestApp.StartAsync(new TestAppOptions { Replace = count.Install });
        var me = await app.HasPerson("me@demo.example");
        using var visitor = await app.SignedInAs(me);
        foreach (var kind in Enum.GetValues<ObjectiveKind>()) { await app.HasObjectiveAsync(me, kind, status: ObjectiveStatus.OnTrack); }

        var commands = await count.OfAsync(visitor, Links.DevelopmentPlan);

        Assert.True(commands.Count is > 0 and <= 3, string.Join("\n\n", commands));
    }
}
