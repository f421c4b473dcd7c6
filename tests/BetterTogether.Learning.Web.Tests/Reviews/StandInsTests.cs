using System.Net;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Tests.Bookings;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Reviews;

/// <summary>Where a line manager is away, the desk names who stands in; it reads nothing by that.</summary>
public sealed class StandInsTests
{
    private const string Press = "Let them stand in";

    [Fact]
    public async Task The_desk_goes_from_the_figures_to_naming_somebody_and_both_are_told()
    {
        await using var year = await Year.OpenAsync();
        var desk = await DeskAsync(year);
        var page = await (await desk.GetPageAsync(Links.CyclePerson(year.Cycle.Id, year.Employee.Id))).FollowAsync($"Who stands in for {year.Manager.Name}");
        page.ShouldSay("Both are told; a manager who is away finds it on coming back.");

        page = await page.SubmitAsync(Press, ("Email", year.Other.Email), ("Until", "2026-07-31"));

        page.ShouldSay("Agreed.").ShouldSay(year.Other.Name).ShouldSay("Thursday 2 July 2026 to Friday 31 July 2026");
        (await year.GetAsync(year.Other)).ShouldBe(HttpStatusCode.OK);
        Assert.Equal($"You are standing in for {year.Manager.Name}", Assert.Single(await year.MailsToAsync(year.Other)).Subject);
        Assert.Equal($"{year.Other.Name} is standing in for you", Assert.Single(await year.MailsToAsync(year.Manager)).Subject);
        Assert.Equal(desk.Id, Assert.Single(await AuditAsync(year, "stand-in-agreed")));
        (await (await year.Manager.HereAsync()).GetPageAsync(Links.StandIns)).ShouldSay(year.Other.Name);

        page = await page.SubmitAsync($"End it now: {year.Other.Name}");
        page.ShouldSay($"From now on they read nothing of the people of {year.Manager.Name}. No mail says so: please tell them both.");
        Assert.Single(await year.MailsToAsync(year.Other));
        Assert.Single(await year.MailsToAsync(year.Manager));
        (await year.GetAsync(year.Other)).ShouldBe(HttpStatusCode.NotFound);
        Assert.Equal(desk.Id, Assert.Single(await AuditAsync(year, "stand-in-ended")));
    }

    [Fact]
    public async Task It_is_offered_for_whoever_manages_somebody_and_for_nobody_else()
    {
        await using var year = await Year.OpenAsync();
        var desk = await DeskAsync(year);

        foreach (var page in new[] { Links.Person(year.Manager.Id), Links.CyclePerson(year.Cycle.Id, year.Manager.Id) })
        {
            Assert.Contains(Links.StandInsFor(year.Manager.Id), (await desk.GetPageAsync(page)).Document.Body!.InnerHtml, StringComparison.Ordinal);
        }
        foreach (var page in new[] { Links.Person(year.Employee.Id), Links.CyclePerson(year.Cycle.Id, year.Employee.Id) })
        {
            Assert.DoesNotContain(Links.StandInsFor(year.Employee.Id), (await desk.GetPageAsync(page)).ShouldSay(year.Employee.Name).Document.Body!.InnerHtml, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_is_away_finds_it_on_coming_back()
    {
        await using var year = await Year.OpenAsync();
        await year.App.Has(new AwayPeriod(Ids.New(A.Now), year.Manager.Id, A.Day("2026-06-01")));

        var page = await (await DeskAsync(year)).GetPageAsync(Links.StandInsFor(year.Manager.Id));
        (await page.SubmitAsync(Press, ("Email", year.Other.Email), ("Until", "2026-07-31"))).ShouldSay("Agreed.").ShouldNotSay("They know");

        Assert.Single(await year.MailsToAsync(year.Other));
        Assert.Empty(await year.MailsToAsync(year.Manager));
    }

    [Fact]
    public async Task A_managers_own_page_says_whether_anybody_does()
    {
        await using var year = await Year.OpenAsync();
        var manager = await year.Manager.HereAsync();

        var page = await (await manager.GetPageAsync(Links.MyPeople)).FollowAsync("Who stands in for me");

        Assert.Equal("Who stands in for me", page.Document.QuerySelector("h1")!.TextContent);
        page.ShouldSay("Nobody does at the moment.").ShouldNotSay("Somebody stands in");
        (await page.SubmitAsync(Press, ("Email", year.Other.Email), ("Until", "2026-07-31"))).ShouldSay(year.Other.Name).ShouldNotSay("Nobody does");
    }

    [Theory]
    [InlineData("other@demo.example", "2026-07-01", "The last day must be today or later")]
    [InlineData("other@demo.example", "", "Standing in always ends")]
    [InlineData("other@demo.example", "2027-07-01", "half a year at most")]
    [InlineData("manager@demo.example", "2026-07-31", "Nobody stands in for themselves")]
    [InlineData("nobody@demo.example", "2026-07-31", "Enter the work e-mail of a colleague")]
    [InlineData("desk@demo.example", "2026-07-31", "You cannot name yourself")]
    public async Task What_does_not_go_is_said_at_its_field(string email, string until, string said)
    {
        await using var year = await Year.OpenAsync();
        var page = await (await DeskAsync(year)).GetPageAsync(Links.StandInsFor(year.Manager.Id));

        page = await page.SubmitAsync(Press, ("Email", email), ("Until", until));

        page.ShouldSay(said).ShouldSay($"Who stands in for {year.Manager.Name}").ShouldNotSay("Somebody stands in");
        Assert.False(await year.App.Ask(db => db.Delegations.AnyAsync()));
    }

    private static async Task<Somebody> DeskAsync(Year year) => new(year.App, await year.App.HasPerson("desk@demo.example", Roles.LearningDesk));

    private static Task<List<Guid?>> AuditAsync(Year year, string what) => year.App.Ask(db => db.AuditTrail.Where(a => a.Event == what).Select(a => a.ActorId).ToListAsync());
}
