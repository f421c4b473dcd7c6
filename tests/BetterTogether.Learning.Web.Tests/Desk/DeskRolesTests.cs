using System.Net;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Desk;

public sealed class DeskRolesTests
{
    [Theory]
    [InlineData(Roles.None, false, false, false)]
    [InlineData(Roles.Facilitator, true, false, false)]
    [InlineData(Roles.LearningDesk, true, true, false)]
    [InlineData(Roles.Administrator, true, true, true)]
    public async Task Each_role_gets_its_own_pages(Roles role, bool planner, bool desk, bool administrator)
    {
        await using var app = await TestApp.StartAsync();
        var session = A.Session();
        await app.Has(session);
        await app.HasPerson("me@demo.example", role);
        var me = await app.SignedInAs("me@demo.example");

        Assert.Equal(planner ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await me.GetPageAsync(Links.NewSession)).Status);
        Assert.Equal(desk ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await me.GetPageAsync(Links.NewSeries)).Status);
        Assert.Equal(administrator ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await me.GetPageAsync(Links.Invariants)).Status);
        Assert.Equal(desk ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await me.GetPageAsync(Links.DeskSession(session.Id))).Status);
    }

    [Fact]
    public async Task A_facilitator_sees_their_own_private_sessions_and_no_others()
    {
        await using var app = await TestApp.StartAsync();
        var (mine, me) = await app.Facilitator();
        var (_, other) = await app.Facilitator("other@demo.example");
        await app.Has(
            A.Session(A.Details(title: "My clinic") with { Visibility = Domain.Sessions.Visibility.Private, Trainers = [me.Id] }),
            A.Session(A.Details(title: "Their clinic") with { Visibility = Domain.Sessions.Visibility.Private, Trainers = [other.Id] }),
            A.Session(title: "Open training"));

        (await mine.GetPageAsync(Links.Desk)).ShouldSay("My clinic").ShouldNotSay("Their clinic").ShouldNotSay("Open training");
    }

    [Fact]
    public async Task Who_trains_without_a_role_finds_the_way_to_the_register()
    {
        await using var app = await TestApp.StartAsync();
        var trainer = await app.HasPerson("trainer@demo.example");
        await app.Has(A.Session(A.Details(title: "Life story work", startsAtUtc: A.Now.AddHours(1)) with { Trainers = [trainer.Id] }), A.Session(title: "Somebody else's"));
        var me = await app.SignedInAs(trainer);

        var led = (await (await me.GetPageAsync(Links.Programme)).FollowAsync("Sessions I lead")).ShouldSay("Life story work").ShouldNotSay("Somebody else's").ShouldNotSay("New private session");

        (await led.FollowAsync("Life story work")).ShouldSay("With a place (0)");
        (await (await app.SignedInAs(await app.HasPerson("practitioner@demo.example"))).GetPageAsync(Links.Programme)).ShouldNotSay("Sessions I lead");
    }

    [Fact]
    public async Task The_list_is_filtered_by_word_kind_month_and_status()
    {
        await using var app = await TestApp.StartAsync();
        await app.Has(A.Session(title: "Life story work"), A.Draft(A.Details(title: "Words and pictures", startsAtUtc: A.London("2026-10-07 10:00"))));
        var page = await (await app.Desk()).GetPageAsync(Links.Desk);

        (await page.SubmitAsync("Show", ("q", "story"))).ShouldSay("Life story work").ShouldNotSay("Words and pictures");
        (await page.SubmitAsync("Show", ("q", ""), ("month", "2026-10"))).ShouldSay("Words and pictures").ShouldNotSay("Life story work");
        (await page.SubmitAsync("Show", ("month", ""), ("status", "Draft"))).ShouldSay("Words and pictures").ShouldNotSay("Life story work");
        (await page.SubmitAsync("Show", ("status", ""), ("kind", "Course"))).ShouldSay("Nothing found");
    }

    [Fact]
    public async Task The_administrator_sees_each_rule_and_that_it_holds()
    {
        await using var app = await TestApp.StartAsync();
        await app.HasPerson("admin@demo.example", Roles.Administrator);

        (await (await app.SignedInAs("admin@demo.example")).GetPageAsync(Links.Invariants)).ShouldSay("All is fine.").ShouldSay("Nobody waits while a place is free");
    }
}
