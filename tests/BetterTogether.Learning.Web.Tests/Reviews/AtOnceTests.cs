using System.Net;
using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Reviews;

/// <summary>Two at once: nothing is lost, and nothing is complete that both have not confirmed.</summary>
public sealed class AtOnceTests
{
    [Theory, BothDatabases]
    public async Task Of_all_who_save_over_one_version_one_gets_through_and_each_other_has_both_texts(DatabaseProvider provider)
    {
        await using var year = await Year.OpenAsync(provider);
        await year.WriteAsync();
        var texts = Enumerable.Range(0, 12).Select(i => $"Text {i}").ToList();
        await year.Employee.HereAsync();

        var answers = await Task.WhenAll(texts.Select((text, i) => year.PutAsync(i % 2 == 0 ? year.Employee : year.Manager, "outcome", new { text, version = 1 })));

        var saved = Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        var kept = (await year.NowAsync()).Outcome;
        Assert.Equal((2, kept), ((await year.NowAsync()).Version, saved.Json.GetProperty("outcome").GetString()));
        Assert.All(answers.Zip(texts).Where(a => a.First != saved), a =>
        {
            a.First.ShouldBe(HttpStatusCode.Conflict, "outcome-changed");
            Assert.Equal((a.Second, kept), (a.First.Json.GetProperty("mine").GetString(), a.First.Json.GetProperty("theirs").GetString()));
        });
    }

    [Theory, BothDatabases]
    public async Task It_is_complete_only_when_both_confirmed_the_same_version(DatabaseProvider provider)
    {
        await using var year = await Year.OpenAsync(provider);
        await year.WriteAsync("Version one");
        for (var round = 1; round <= 6; round++)
        {
            var version = (await year.NowAsync()).Version;
            await Task.WhenAll(
                year.Employee.PostAsync($"{year.Api}/confirm", new { version }),
                year.Manager.PostAsync($"{year.Api}/confirm", new { version }),
                year.PutAsync(year.Manager, "outcome", new { text = $"Version {round} changed", version }));

            var now = await year.NowAsync();
            var records = await year.App.Ask(db => db.ReviewRecords.AsNoTracking().Where(r => r.ReviewId == now.Id).ToListAsync());
            Assert.Equal(now.IsComplete, now is { EmployeeConfirmedAtUtc: not null, ManagerConfirmedAtUtc: not null });
            Assert.All(records, r => Assert.Equal(ContentHash.Of(now.Id, r.Version, r.HeldOn, r.Outcome), r.ContentHash));
            Assert.Equal(now.IsComplete ? ContentHash.Of(now.Id, now.Version, now.HeldOn!.Value, now.Outcome) : null, now.ContentHash);
            Assert.Equal(now.IsComplete ? 1 : 0, records.Count(r => r.ReopenedAtUtc is null));
            if (now.IsComplete) { (await year.Employee.PostAsync($"{year.Api}/reopen", new { reason = "Once more" })).ShouldBe(HttpStatusCode.OK); }
        }
    }

    [Fact]
    public async Task Two_windows_of_one_person_lose_nothing_either()
    {
        await using var year = await Year.OpenAsync();
        (await year.PutAsync(year.Employee, "preparation", new { text = "In the first window", version = 0 })).ShouldBe(HttpStatusCode.OK);

        var clash = (await year.PutAsync(year.Employee, "preparation", new { text = "In the second window", version = 0 })).ShouldBe(HttpStatusCode.Conflict, "preparation-changed").Json;

        Assert.Equal(("In the second window", "In the first window"), (clash.GetProperty("mine").GetString(), clash.GetProperty("theirs").GetString()));
    }

    [Theory, BothDatabases]
    public async Task A_person_has_one_review_in_a_post_and_cycle(DatabaseProvider provider)
    {
        await using var year = await Year.OpenAsync(provider);

        await Assert.ThrowsAnyAsync<DbUpdateException>(() => Year.HasAsync(year.App, year.Cycle, year.Employee, year.Manager));
    }
}
