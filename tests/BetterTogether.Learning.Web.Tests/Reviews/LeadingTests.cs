using System.Net;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Bookings;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Reviews;

/// <summary>Whoever leads on the day has the review, and nobody else; what is private stays with its author.</summary>
public sealed class LeadingTests
{
    [Theory, BothDatabases]
    public async Task A_change_of_manager_moves_an_open_review_at_once_with_a_note(DatabaseProvider provider)
    {
        await using var year = await Year.OpenAsync(provider);
        await year.PutAsync(year.Manager, "preparation", new { text = "Only mine" });
        await year.WriteAsync("We agreed");
        await year.Manager.PostAsync($"{year.Api}/confirm", new { version = 1 });
        await MoveAsync(year, year.Other);

        (await year.GetAsync(year.Manager)).ShouldBe(HttpStatusCode.NotFound);
        Assert.DoesNotContain("Only mine", (await year.GetAsync(year.Other)).ShouldBe(HttpStatusCode.OK).Body, StringComparison.Ordinal);
        // The first thing anybody does with it notices; else the keeper of the year does within a minute.
        (await year.Other.PostAsync($"{year.Api}/share")).ShouldBe(HttpStatusCode.OK);
        Assert.Equal("shared", (await year.GetAsync(year.Employee)).Json.GetProperty("status").GetString());
        var page = await (await year.Manager.HereAsync()).GetPageAsync(Links.MyPeople);
        page = await page.SubmitAsync("Leave the note", ("Note", "They like to walk while talking"));
        page.ShouldSay("Your note is with them").ShouldNotSay("We agreed");
        (await year.OpenAsync(year.Other)).ShouldSay("They like to walk while talking");
        (await year.OpenAsync(year.Employee)).ShouldSay("They like to walk while talking").ShouldNotSay("Only mine");
        foreach (var who in new[] { year.Manager, year.Other, year.Employee }) { Assert.Contains(await year.MailsToAsync(who), m => m.Subject == "A review has moved to another line manager"); }
    }

    [Fact]
    public async Task The_navigation_leads_back_to_where_each_came_from()
    {
        await using var year = await Year.OpenAsync();
        var desk = new Somebody(year.App, await year.App.HasPerson("desk@demo.example", Domain.People.Roles.LearningDesk));

        Assert.Equal(("My review", "My people", "Learning desk"), (await CurrentAsync(year.Employee), await CurrentAsync(year.Manager), await CurrentAsync(desk)));

        async Task<string> CurrentAsync(Somebody who) => Assert.Single((await year.OpenAsync(who)).Document.QuerySelectorAll("nav [aria-current]")).TextContent;
    }

    [Fact]
    public async Task An_untouched_review_moves_within_a_minute()
    {
        await using var year = await Year.OpenAsync();
        await MoveAsync(year, year.Other);

        year.App.Clock.Advance(TimeSpan.FromMinutes(1));

        await Eventually.HoldsAsync(() => year.App.Ask(db => db.HandOvers.AnyAsync(h => h.FromId == year.Manager.Id && h.ToId == year.Other.Id)), "the hand-over is noted");
        Assert.Equal(1, await year.App.Ask(db => db.HandOvers.CountAsync()));
    }

    [Fact]
    public async Task A_complete_review_goes_along_as_it_is()
    {
        await using var year = await Year.OpenAsync();
        await year.CompleteAsync();
        await MoveAsync(year, year.Other);

        Assert.Equal("complete", (await year.GetAsync(year.Other)).Json.GetProperty("status").GetString());
        (await year.GetAsync(year.Manager)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Somebody_stands_in_until_it_ends_and_nobody_confirms_both_sides()
    {
        await using var year = await Year.OpenAsync();
        var page = await (await (await year.Manager.HereAsync()).GetPageAsync(Links.StandIns)).SubmitAsync("Let them stand in", ("Email", year.Other.Email), ("Until", "2026-07-31"));
        page.ShouldSay("Agreed").ShouldSay(year.Other.Name);
        await (await (await year.Manager.HereAsync()).GetPageAsync(Links.StandIns)).SubmitAsync("Let them stand in", ("Email", year.Employee.Email), ("Until", "2026-07-31"));

        await year.WriteAsync();
        (await year.Other.PostAsync($"{year.Api}/confirm", new { version = 1 })).ShouldBe(HttpStatusCode.OK);
        (await (await year.Other.HereAsync()).GetPageAsync(Links.MyPeople)).ShouldSay(year.Employee.Name);
        // The employee stands in for their own manager, and stays the employee here.
        Assert.Equal("complete", (await year.Employee.PostAsync($"{year.Api}/confirm", new { version = 1 })).Json.GetProperty("status").GetString());
        Assert.NotEqual(year.Employee.Id, (await year.NowAsync()).ManagerConfirmedById);
        year.App.Clock.JumpTo(A.London("2026-08-01 00:00"));
        (await year.GetAsync(year.Other)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_host_of_a_secondment_leads_and_the_line_manager_comments_without_reading()
    {
        await using var year = await Year.OpenAsync();
        await year.App.Has(new Post(Ids.New(A.Now), year.Employee.Id, PostKind.Secondment, "Project worker", year.Other.Id, A.Day("2026-06-01"), A.Day("2026-12-31")));
        (await year.Employee.PostAsync($"{year.Api}/share")).ShouldBe(HttpStatusCode.OK);
        (await year.PutAsync(year.Other, "outcome", new { text = "Between host and employee", version = 0 })).ShouldBe(HttpStatusCode.OK);

        var page = await year.OpenAsync(year.Manager);
        page.ShouldSay("leads this review").ShouldNotSay("Between host and employee");
        await page.SubmitAsync("Add it", ("Form.Comment", "A good year at home"));

        (await year.OpenAsync(year.Employee)).ShouldSay("A good year at home");
        (await year.PutAsync(year.Manager, "outcome", new { text = "Mine", version = 1 })).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_agreed_reviewer_takes_the_line_managers_place()
    {
        await using var year = await Year.OpenAsync();
        var desk = new Somebody(year.App, await year.App.HasPerson("desk@demo.example", Roles.LearningDesk));
        (await (await year.OpenAsync(year.Employee)).SubmitAsync("Ask for another reviewer")).ShouldSay("Your wish is with the learning desk");
        (await (await desk.HereAsync()).GetPageAsync(Links.CyclePeople(year.Cycle.Id, show: "OtherReviewer"))).ShouldSay(year.Employee.Name);

        await (await (await desk.HereAsync()).GetPageAsync(Links.CyclePerson(year.Cycle.Id, year.Employee.Id))).SubmitAsync("Agree it", ("ReviewerEmail", year.Other.Email));

        (await year.GetAsync(year.Manager)).ShouldBe(HttpStatusCode.NotFound);
        (await year.GetAsync(year.Other)).ShouldBe(HttpStatusCode.OK);
        (await (await year.Other.HereAsync()).GetPageAsync(Links.MyPeople)).ShouldSay(year.Employee.Name);
        (await (await year.Manager.HereAsync()).GetPageAsync(Links.MyPeople)).ShouldSay("With another lead");
    }

    [Theory]
    [InlineData("reviewer")]
    [InlineData("post")]
    [InlineData("directory")]
    public async Task Nobody_at_the_desk_opens_a_review_to_themselves(string how)
    {
        await using var year = await Year.OpenAsync();
        await year.WriteAsync("We agreed");
        var desk = new Somebody(year.App, await year.App.HasPerson("desk@demo.example", Roles.LearningDesk));
        var page = await (await desk.HereAsync()).GetPageAsync(how == "directory" ? Links.Person(year.Employee.Id) : Links.CyclePerson(year.Cycle.Id, year.Employee.Id));

        page = how switch
        {
            "reviewer" => await page.SubmitAsync("Agree it", ("ReviewerEmail", desk.Email)),
            "post" => await page.SubmitAsync("Add it", ("PostKind", "Secondment"), ("Title", "Trainer"), ("ManagerEmail", desk.Email)),
            _ => await page.SubmitAsync("Save", ("Form.ManagerEmail", desk.Email)),
        };

        page.ShouldSay("You cannot name yourself");
        Assert.DoesNotContain("We agreed", (await year.GetAsync(desk)).Body, StringComparison.Ordinal);
        Assert.Equal(year.Manager.Id, (await year.NowAsync()).LastLeadId);
    }

    [Theory, BothDatabases]
    public async Task The_manager_of_a_post_that_has_ended_reads_its_review_no_more(DatabaseProvider provider)
    {
        await using var year = await Year.OpenAsync(provider);
        var post = new Post(Ids.New(A.Now), year.Employee.Id, PostKind.Second, "Trainer", year.Other.Id, A.Day("2026-01-01"));
        await year.App.Has(post);
        var review = await Year.HasAsync(year.App, year.Cycle, year.Employee, year.Other, post.Id);
        (await year.Employee.PostAsync(Links.ApiReview(review.Id) + "/share")).ShouldBe(HttpStatusCode.OK);
        var other = await year.Other.HereAsync();
        (await other.GetAsync(Links.ApiReview(review.Id))).ShouldBe(HttpStatusCode.OK);
        (await other.GetPageAsync(Links.MyPeople)).ShouldSay(year.Employee.Name);

        var desk = new Somebody(year.App, await year.App.HasPerson("desk@demo.example", Roles.LearningDesk));
        await (await (await desk.HereAsync()).GetPageAsync(Links.CyclePerson(year.Cycle.Id, year.Employee.Id))).SubmitAsync("It has ended: Trainer");

        (await other.GetAsync(Links.ApiReview(review.Id))).ShouldBe(HttpStatusCode.NotFound);
        (await other.GetPageAsync(Links.MyPeople)).ShouldNotSay(year.Employee.Name);
        (await year.Manager.GetAsync(Links.ApiReview(review.Id))).ShouldBe(HttpStatusCode.NotFound);
        (await year.Employee.GetAsync(Links.ApiReview(review.Id))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_managers_page_says_whose_turn_it_is()
    {
        await using var year = await Year.OpenAsync();
        (await (await year.Manager.HereAsync()).GetPageAsync(Links.MyPeople)).ShouldSay("One review waits for you").ShouldSay("Not started, after 31 May");
        await year.CompleteAsync();

        (await (await year.Manager.HereAsync()).GetPageAsync(Links.MyPeople)).ShouldSay("Complete").ShouldNotSay("waits for you");
    }

    private static Task<int> MoveAsync(Year year, Somebody to) => year.App.Ask(async db =>
    {
        var person = await db.People.SingleAsync(p => p.Id == year.Employee.Id);
        person.Change(person.Details with { ManagerId = to.Id });
        return await db.SaveChangesAsync();
    });
}
