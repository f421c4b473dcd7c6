using System.Net;
using System.Text.Json;
using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Reviews;

public sealed class ApiTests
{
    [Theory, BothDatabases]
    public async Task A_review_from_the_first_word_to_the_seal(DatabaseProvider provider)
    {
        await using var year = await Year.OpenAsync(provider);
        var mine = (await (await year.Employee.HereAsync()).GetAsync(Links.Api + "/me/review")).ShouldBe(HttpStatusCode.OK).Json;
        Assert.Equal(("notStarted", true, 0, "2026-05-31"), (Text(mine, "status"), mine.GetProperty("late").GetBoolean(), mine.GetProperty("version").GetInt32(), Text(mine, "dueBy")));
        Assert.Equal((year.Employee.Name, year.Manager.Name, "2026/27"), (mine.GetProperty("employee").GetProperty("name").GetString(), mine.GetProperty("manager").GetProperty("name").GetString(), Text(mine, "cycle")));

        var prepared = (await year.PutAsync(year.Employee, "preparation", new { text = "What went well" })).ShouldBe(HttpStatusCode.OK).Json;
        Assert.Equal(("preparing", "What went well"), (Text(prepared, "status"), prepared.GetProperty("preparation").GetProperty("mine").GetString()));
        Assert.False((await year.GetAsync(year.Manager)).Json.GetProperty("preparation").TryGetProperty("theirs", out _));
        (await year.PutAsync(year.Manager, "outcome", new { text = "Too early", version = 0 })).ShouldBe(HttpStatusCode.Conflict, "not-shared");

        Assert.Equal("shared", Text((await year.Employee.PostAsync($"{year.Api}/share")).ShouldBe(HttpStatusCode.OK).Json, "status"));
        Assert.Equal("What went well", (await year.GetAsync(year.Manager)).Json.GetProperty("preparation").GetProperty("theirs").GetString());

        var written = (await year.PutAsync(year.Manager, "outcome", new { text = "We agreed\r\non this", version = 0 })).ShouldBe(HttpStatusCode.OK).Json;
        Assert.Equal((1, "2026-07-02", "We agreed\non this"), (written.GetProperty("version").GetInt32(), Text(written, "heldOn"), Text(written, "outcome")));
        var clash = (await year.PutAsync(year.Employee, "outcome", new { text = "My words", version = 0 })).ShouldBe(HttpStatusCode.Conflict, "outcome-changed").Json;
        Assert.Equal(("My words", "We agreed\non this", 1), (Text(clash, "mine"), Text(clash, "theirs"), clash.GetProperty("version").GetInt32()));
        (await year.PutAsync(year.Employee, "outcome", new { text = "We agreed", version = 1, heldOn = "2026-07-03" })).ShouldBe(HttpStatusCode.BadRequest, "held-in-future");

        Assert.Equal("oneConfirmed", Text((await year.Manager.PostAsync($"{year.Api}/confirm", new { version = 1 })).ShouldBe(HttpStatusCode.OK).Json, "status"));
        (await year.Employee.PostAsync($"{year.Api}/confirm", new { version = 0 })).ShouldBe(HttpStatusCode.Conflict, "outcome-changed");
        var complete = (await year.Employee.PostAsync($"{year.Api}/confirm", new { version = 1 })).ShouldBe(HttpStatusCode.OK).Json;
        Assert.Equal(("complete", 1, ContentHash.Of(year.Review.Id, 1, A.Day("2026-07-02"), "We agreed\non this")), (Text(complete, "status"), complete.GetProperty("version").GetInt32(), Text(complete, "contentHash")));
        Assert.Equal(["employee", "manager"], complete.GetProperty("confirmedBy").EnumerateArray().Select(s => s.GetString()));
        (await year.PutAsync(year.Employee, "outcome", new { text = "Too late", version = 1 })).ShouldBe(HttpStatusCode.Conflict, "review-complete");

        (await year.Employee.PostAsync($"{year.Api}/reopen", new { reason = "" })).ShouldBe(HttpStatusCode.BadRequest, "reason-missing");
        var reopened = (await year.Employee.PostAsync($"{year.Api}/reopen", new { reason = "A date was wrong" })).ShouldBe(HttpStatusCode.OK).Json;
        Assert.Equal(("shared", 1, 0), (Text(reopened, "status"), reopened.GetProperty("version").GetInt32(), reopened.GetProperty("confirmedBy").GetArrayLength()));
        Assert.Equal(2, (await year.MailsToAsync(year.Manager)).Count(m => m.Subject.Contains("reopened", StringComparison.Ordinal) || m.Subject.Contains("complete", StringComparison.Ordinal)));
        Assert.Contains(await year.MailsToAsync(year.Employee), m => m.Subject == "The review has been reopened");
    }

    [Fact]
    public async Task To_others_it_does_not_exist_and_the_desk_sees_no_text()
    {
        await using var year = await Year.OpenAsync();
        await year.WriteAsync("Between the two of us");
        var desk = new Bookings.Somebody(year.App, await year.App.HasPerson("desk@demo.example", Domain.People.Roles.LearningDesk));

        (await year.GetAsync(year.Other)).ShouldBe(HttpStatusCode.NotFound, "review-not-found");
        (await year.PutAsync(year.Other, "outcome", new { text = "Mine", version = 1 })).ShouldBe(HttpStatusCode.NotFound);
        var seen = (await year.GetAsync(desk)).ShouldBe(HttpStatusCode.OK);
        Assert.Equal("shared", Text(seen.Json, "status"));
        Assert.DoesNotContain("Between the two of us", seen.Body, StringComparison.Ordinal);
        (await year.PutAsync(desk, "outcome", new { text = "Ours", version = 1 })).ShouldBe(HttpStatusCode.NotFound);
        (await (await year.Other.HereAsync()).GetAsync(Links.Api + "/me/review")).ShouldBe(HttpStatusCode.NotFound, "review-not-found");
        (await year.OpenAsync(year.Employee)).ShouldSay(desk.Name);
    }

    [Theory, InlineData(2027, "2026-07-01", "2026/27"), InlineData(2027, "2027-04-01", "2027/28")]
    public async Task Mine_is_that_of_the_latest_cycle_that_has_opened(int second, string day, string expected)
    {
        await using var year = await Year.OpenAsync(nowUtc: A.London(day + " 12:00"));
        var next = Cycle.Plan(CycleDetails.Usual(second), A.Now).Value;
        next.Open(A.Now);
        await Year.HasAsync(year.App, next, year.Employee, year.Manager);

        Assert.Equal(expected, Text((await (await year.Employee.HereAsync()).GetAsync(Links.Api + "/me/review")).Json, "cycle"));
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
