using System.Net;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Reviews;
using BetterTogether.Learning.Web.Tests.Bookings;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Reviews;

/// <summary>A year from its plan to its figures, as the desk does it.</summary>
public sealed class CycleTests
{
    [Theory, BothDatabases]
    public async Task On_opening_day_everybody_due_gets_a_review_and_the_figures_add_up(DatabaseProvider provider)
    {
        await using var app = await TestApp.StartAsync(new TestAppOptions { Database = provider, Clock = new FixedClock(A.London("2027-03-31 12:00")) });
        var desk = await app.HasPerson("desk@demo.example", Roles.LearningDesk);
        var head = await app.HasPerson("head@demo.example");
        var people = Enumerable.Range(0, 20).Select(i => new Person(A.PersonId(), new PersonDetails($"Person {i}", $"p{i}@demo.example", i < 14 ? "Riverside" : "Small team", ManagerId: i == 0 ? null : head.Id, Employment: i == 1 ? Employment.Student : Employment.Employee).Checked().Value)).ToList();
        people[2].Deactivate();
        await app.Has([.. people]);
        var me = await app.SignedInAs(desk);
        var page = await (await me.GetPageAsync(Links.NewCycle)).SubmitAsync("Save", ("Label", "2027/28"), ("Opens", "2027-04-01"), ("Closes", "2027-05-31"));
        page.ShouldBeAt(Links.DeskReviews).ShouldSay("Planned");
        var cycle = await app.Ask(db => db.Cycles.AsNoTracking().SingleAsync());

        app.Clock.JumpTo(A.London("2027-04-01 00:05"));
        await Eventually.HoldsAsync(() => app.Ask(db => db.Cycles.AnyAsync(c => c.OpenedAtUtc != null)), "the year is open");

        var due = await app.Ask(db => db.Reviews.Select(r => r.PersonId).ToListAsync());
        Assert.Equal(people.Where((_, i) => i > 2).Select(p => p.Id).Order(), due.Order());
        me = await app.SignedInAs(desk);
        var report = (await me.GetAsync(Links.Api + "/reports/reviews")).ShouldBe(HttpStatusCode.OK).As<CompletionReport>();
        Assert.Equal((17, 17), (report.Total!.Due, report.Total.NotStarted));
        Assert.Equal(due.Count, report.Teams.Sum(t => t.Due));
        (await me.GetPageAsync(Links.CyclePeople(cycle.Id))).ShouldSay("Not due: agency, student or partner").ShouldSay("Not due: no line manager in the directory");
        (await me.GetPageAsync(Links.DeskCycle(cycle.Id))).ShouldSay("how far we are").ShouldNotSay("late").ShouldNotSay("excluded");
        Assert.Contains("Riverside,11,11,0,0,0,0,", (await me.GetAsync(Links.CycleCsv(cycle.Id))).Body, StringComparison.Ordinal);
    }

    [Theory, InlineData("07:59", false), InlineData("08:00", true), InlineData("19:59", true), InlineData("20:00", false)]
    public void Nobody_is_reminded_at_night(string clock, bool isTime) => Assert.Equal(isTime, ReminderService.IsTime(A.London($"2026-05-04 {clock}")));

    [Fact]
    public async Task Real_lives_are_noted_by_the_desk()
    {
        await using var year = await Year.OpenAsync();
        var desk = new Somebody(year.App, await year.App.HasPerson("desk@demo.example", Roles.LearningDesk));
        var at = Links.CyclePerson(year.Cycle.Id, year.Employee.Id);
        var page = await (await desk.HereAsync()).GetPageAsync(at);

        page = await page.SubmitAsync("Save", ("Kind", "Probation"));
        page.ShouldSay("Not due: on probation");
        page = await page.SubmitAsync("Save", ("Kind", "Probation"), ("CountsFrom", "2026-06-20"));
        page.ShouldSay("Saturday 15 August 2026");
        page = await page.SubmitAsync("Note the days", ("From", "2026-06-01"));
        page.ShouldSay("within eight weeks of coming back");
        Assert.False((await year.NowAsync()).IsLate(A.Day("2027-01-01")));
        page = await page.SubmitAsync("Note the days", ("From", "2026-06-01"), ("Until", "2026-08-31"));
        page.ShouldSay("Monday 26 October 2026");
        page = await page.SubmitAsync("Add it", ("PostKind", "Second"), ("Title", "Trainer"), ("ManagerEmail", year.Other.Email));
        page.ShouldSay("Second post").ShouldSay(year.Other.Name);
        page = await page.SubmitAsync("Add it", ("PostKind", "Second"), ("Title", "Trainer"), ("ManagerEmail", "nobody@demo.example"));
        page.ShouldSay("Enter the work e-mail of its line manager");
    }

    [Fact]
    public async Task Two_posts_have_two_reviews_unless_they_are_merged()
    {
        await using var year = await Year.OpenAsync();
        var desk = new Somebody(year.App, await year.App.HasPerson("desk@demo.example", Roles.LearningDesk));
        var post = new Post(A.PersonId(), year.Employee.Id, PostKind.Second, "Trainer", year.Other.Id, A.Day("2026-01-01"));
        await year.App.Has(post);
        var second = await Year.HasAsync(year.App, year.Cycle, year.Employee, year.Other, post.Id);

        Assert.Equal(HttpStatusCode.OK, (await (await year.Other.HereAsync()).GetAsync(Links.ApiReview(second.Id))).Status);
        (await year.GetAsync(year.Other)).ShouldBe(HttpStatusCode.NotFound);
        (await (await year.Manager.HereAsync()).GetAsync(Links.ApiReview(second.Id))).ShouldBe(HttpStatusCode.NotFound);
        using var form = new FormUrlEncodedContent([]);
        var page = await (await desk.HereAsync()).GetPageAsync(Links.CyclePerson(year.Cycle.Id, year.Employee.Id));
        Assert.Equal(2, page.Document.QuerySelectorAll("input[value=Included]").Length);
        Assert.Single(page.Document.QuerySelectorAll("input[value=Merged]"));
    }

    [Fact]
    public async Task Years_do_not_overlap_and_an_open_one_keeps_its_first_day()
    {
        await using var year = await Year.OpenAsync();
        var desk = await year.App.SignedInAs(await year.App.HasPerson("desk@demo.example", Roles.LearningDesk));

        Assert.Equal("2027/28", (await desk.GetPageAsync(Links.NewCycle)).Document.QuerySelector("[name=Label]")!.GetAttribute("value"));
        await (await desk.GetPageAsync(Links.NewCycle)).SubmitAsync("Save");
        Assert.Equal("2028/29", (await desk.GetPageAsync(Links.NewCycle)).Document.QuerySelector("[name=Label]")!.GetAttribute("value"));
        (await (await desk.GetPageAsync(Links.NewCycle)).SubmitAsync("Save", ("Label", "Again"), ("Opens", "2026-05-01"), ("Closes", "2026-06-30"))).ShouldSay("Another year is open on some of these days");
        (await (await desk.GetPageAsync(Links.EditCycle(year.Cycle.Id))).SubmitAsync("Save", ("Opens", "2026-04-02"))).ShouldSay("the day they opened can no longer change");
        await (await desk.GetPageAsync(Links.EditCycle(year.Cycle.Id))).SubmitAsync("Save", ("Closes", "2026-07-31"));

        Assert.Equal(A.Day("2026-07-31"), (await year.NowAsync()).DueBy);
    }
}
