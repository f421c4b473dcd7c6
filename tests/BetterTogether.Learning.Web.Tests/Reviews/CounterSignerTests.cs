using System.Net;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Web.Tests.Bookings;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Tests.Reviews;

/// <summary>Where a council wants it, the line manager's own line manager reads what both have confirmed, and nothing else.</summary>
public sealed class CounterSignerTests
{
    private const string Setting = "Reviews:CounterSigner";
    private const string Mail = "A review is complete, and for you to read";

    [Theory, BothDatabases]
    public async Task Once_both_have_confirmed_the_one_above_is_asked_and_says_that_they_have_read_it(Web.Data.DatabaseProvider provider)
    {
        await using var year = await Year.OpenAsync(provider, settings: (Setting, "ManagersManager"));
        var director = await AboveAsync(year, year.Manager);
        (await year.PutAsync(year.Employee, "preparation", new { text = "I was tired" })).ShouldBe(HttpStatusCode.OK);
        await year.WriteAsync("We agreed");
        (await year.OpenAsync(year.Employee)).ShouldSay($"{director.Name} reads what came of it");
        (await year.Employee.PostAsync($"{year.Api}/confirm", new { version = 1 })).ShouldBe(HttpStatusCode.OK);
        (await year.GetAsync(director)).ShouldBe(HttpStatusCode.NotFound);
        (await year.Manager.PostAsync($"{year.Api}/confirm", new { version = 1 })).ShouldBe(HttpStatusCode.OK);

        Assert.Equal(Mail, Assert.Single(await year.MailsToAsync(director)).Subject);
        Assert.Equal("complete", (await year.GetAsync(year.Employee)).Json.GetProperty("status").GetString());
        (await year.OpenAsync(year.Employee)).ShouldSay($"{director.Name} is asked to read it. Nothing waits for that.");
        var view = (await year.GetAsync(director)).Json;
        Assert.Equal("We agreed", view.GetProperty("outcome").GetString());
        Assert.False(view.TryGetProperty("preparation", out var preparation) && preparation.ValueKind != System.Text.Json.JsonValueKind.Null);
        var page = await (await director.GetPageAsync(Links.MyPeople)).ShouldSay("Complete, and for you to read").FollowAsync($"{year.Employee.Name}: read the review");
        page.ShouldSay("We agreed").ShouldNotSay("I was tired");
        Assert.Equal(HttpStatusCode.NotFound, (await director.GetAsync(Links.PrintReview(year.Review.Id))).Status);

        (await page.SubmitAsync("I have read this")).ShouldSay("Read on Thursday 2 July 2026");
        (await director.GetPageAsync(Links.MyPeople)).ShouldNotSay("for you to read");
        foreach (var side in new[] { year.Employee, year.Manager }) { (await year.OpenAsync(side)).ShouldSay($"Read by {director.Name} on Thursday 2 July 2026"); }
        Assert.Equal(1, await year.App.Ask(db => db.AuditTrail.CountAsync(a => a.Event == "review-counter-signed" && a.ActorId == director.Id)));
    }

    [Fact]
    public async Task Reopening_forgets_it_and_confirming_anew_asks_anew()
    {
        await using var year = await Year.OpenAsync(settings: (Setting, "ManagersManager"));
        var director = await AboveAsync(year, year.Manager);
        await year.CompleteAsync();
        var old = await year.OpenAsync(director);
        await old.SubmitAsync("I have read this");

        (await year.Employee.PostAsync($"{year.Api}/reopen", new { reason = "A date was wrong" })).ShouldBe(HttpStatusCode.OK);

        (await year.GetAsync(director)).ShouldBe(HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NotFound, (await old.SubmitAsync("I have read this")).Status);
        foreach (var side in new[] { year.Employee, year.Manager }) { (await side.PostAsync($"{year.Api}/confirm", new { version = 1 })).ShouldBe(HttpStatusCode.OK); }
        (await year.OpenAsync(year.Employee)).ShouldSay("is asked to read it").ShouldNotSay("Read by");
        Assert.Equal(2, (await year.MailsToAsync(director)).Count(m => m.Subject == Mail));
    }

    [Fact]
    public async Task By_default_nobody_is_asked_and_nobody_above_reads()
    {
        await using var year = await Year.OpenAsync();
        var director = await AboveAsync(year, year.Manager);
        await year.CompleteAsync();

        (await year.GetAsync(director)).ShouldBe(HttpStatusCode.NotFound);
        (await year.OpenAsync(year.Employee)).ShouldNotSay(director.Name);
        (await director.GetPageAsync(Links.MyPeople)).ShouldNotSay("for you to read");
        Assert.Empty(await year.MailsToAsync(director));
    }

    [Fact]
    public async Task A_line_manager_whose_place_another_reviewer_took_does_not_come_in_from_above()
    {
        await using var year = await Year.OpenAsync(settings: (Setting, "ManagersManager"));
        var reviewer = new Somebody(year.App, await year.App.HasPerson("reviewer@demo.example", managedBy: year.Manager.Person));
        await year.App.Ask(async db =>
        {
            (await db.Reviews.SingleAsync()).AnswerReviewer(reviewer.Id);
            return await db.SaveChangesAsync();
        });
        (await year.Employee.PostAsync($"{year.Api}/share")).ShouldBe(HttpStatusCode.OK);
        (await year.PutAsync(reviewer, "outcome", new { text = "We agreed", version = 0 })).ShouldBe(HttpStatusCode.OK);
        foreach (var side in new[] { year.Employee, reviewer }) { (await side.PostAsync($"{year.Api}/confirm", new { version = 1 })).ShouldBe(HttpStatusCode.OK); }

        (await year.GetAsync(year.Manager)).ShouldBe(HttpStatusCode.NotFound);
        (await (await year.Manager.HereAsync()).GetPageAsync(Links.MyPeople)).ShouldNotSay("for you to read");
        Assert.DoesNotContain(await year.MailsToAsync(year.Manager), m => m.Subject == Mail);
    }

    [Theory, BothDatabases]
    public async Task Whoever_confirmed_in_the_managers_place_is_asked_to_read_nothing_then_or_later(Web.Data.DatabaseProvider provider)
    {
        await using var year = await Year.OpenAsync(provider, settings: (Setting, "ManagersManager"));
        var director = await AboveAsync(year, year.Manager);
        await StandsInAsync(year, director);
        await year.WriteAsync();
        (await year.OpenAsync(year.Employee)).ShouldNotSay("reads what came of it");
        foreach (var side in new[] { year.Employee, director }) { (await side.PostAsync($"{year.Api}/confirm", new { version = 1 })).ShouldBe(HttpStatusCode.OK); }

        Assert.DoesNotContain(await year.MailsToAsync(director), m => m.Subject == Mail);
        (await director.GetPageAsync(Links.MyPeople)).ShouldNotSay("for you to read");
        (await year.OpenAsync(year.Employee)).ShouldNotSay("is asked to read it");

        year.App.Clock.JumpTo(A.London("2026-08-01 09:00"));
        (await director.GetPageAsync(Links.MyPeople)).ShouldNotSay("for you to read");
        (await year.OpenAsync(year.Employee)).ShouldNotSay(director.Name + " is asked");
        (await year.GetAsync(director)).ShouldBe(HttpStatusCode.NotFound);
        Assert.Null((await year.NowAsync()).CounterSignedById);
    }

    [Theory, BothDatabases]
    public async Task Whoever_stands_in_is_asked_once_that_has_ended_for_what_the_manager_confirmed(Web.Data.DatabaseProvider provider)
    {
        await using var year = await Year.OpenAsync(provider, settings: (Setting, "ManagersManager"));
        var director = await AboveAsync(year, year.Manager);
        await StandsInAsync(year, director);
        await year.CompleteAsync();

        Assert.DoesNotContain(await year.MailsToAsync(director), m => m.Subject == Mail);
        (await director.GetPageAsync(Links.MyPeople)).ShouldNotSay("for you to read");
        (await year.OpenAsync(year.Employee)).ShouldNotSay("is asked to read it");

        year.App.Clock.JumpTo(A.London("2026-08-01 09:00"));
        (await year.OpenAsync(year.Employee)).ShouldSay($"{director.Name} is asked to read it");
        var page = await (await director.GetPageAsync(Links.MyPeople)).ShouldSay("Complete, and for you to read").FollowAsync($"{year.Employee.Name}: read the review");
        (await page.SubmitAsync("I have read this")).ShouldSay("Read on Saturday 1 August 2026");
    }

    [Theory, BothDatabases]
    public async Task What_is_still_to_be_read_stays_on_the_page_when_the_next_year_opens(Web.Data.DatabaseProvider provider)
    {
        var count = new CommandCount();
        await using var year = await Year.OpenAsync(provider, replace: count.Install, settings: (Setting, "ManagersManager"));
        var director = await AboveAsync(year, year.Manager);
        await year.CompleteAsync();
        var next = Cycle.Plan(CycleDetails.Usual(2027), A.Now).Value;
        next.Open(A.Now);
        await year.App.Has(next);

        year.App.Clock.JumpTo(A.London("2027-04-01 09:00"));

        (await director.GetPageAsync(Links.MyPeople)).ShouldSay("Complete, and for you to read").ShouldSay($"{year.Employee.Name}: read the review");
        var commands = await count.OfAsync(await director.HereAsync(), Links.MyPeople);
        Assert.True(commands.Count is > 0 and <= 2, string.Join("\n\n", commands));
    }

    [Fact]
    public async Task However_many_reviews_are_complete_only_those_the_readers_people_may_lead_are_gone_through()
    {
        var count = new CommandCount();
        await using var year = await Year.OpenAsync(replace: count.Install, settings: (Setting, "ManagersManager"));

        var command = Assert.Single(await count.OfAsync(await year.Manager.HereAsync(), Links.MyPeople), c => c.Contains("CounterSignedAtUtc", StringComparison.Ordinal));

        var plan = await year.App.PlanAsync(command);
        Assert.Contains(plan, step => step.Contains("IX_reviews_one (PersonId=?)", StringComparison.Ordinal));
        // What is left to scan are the bounded parts of the union, not tables.
        Assert.Equal(["SCAN s0", "SCAN s1"], plan.Where(step => step.StartsWith("SCAN", StringComparison.Ordinal)));
    }

    [Theory, InlineData("Everybody"), InlineData("7")]
    public async Task With_another_word_it_does_not_start(string value)
    {
        var no = await Record.ExceptionAsync(() => TestApp.StartAsync(new TestAppOptions { Settings = new() { [Setting] = value } }));
        Assert.True(no is OptionsValidationException or InvalidOperationException, $"{no}");
        Assert.Contains("CounterSigner", no.Message, StringComparison.Ordinal);
    }

    private static Task StandsInAsync(Year year, Somebody whom) => year.App.Has(Delegation.Agree(year.Manager.Id, whom.Id, A.Day("2026-07-01"), A.Day("2026-07-31"), A.Now).Value);

    private static async Task<Somebody> AboveAsync(Year year, Somebody whom)
    {
        var director = await year.App.HasPerson("director@demo.example");
        await year.App.Ask(async db =>
        {
            var person = await db.People.SingleAsync(p => p.Id == whom.Id);
            person.Change(person.Details with { ManagerId = director.Id });
            return await db.SaveChangesAsync();
        });
        return new(year.App, director);
    }
}
