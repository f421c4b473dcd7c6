using System.Net;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Hosting;

public sealed class HealthTests
{
    [Theory, BothDatabases]
    public async Task A_started_product_is_alive_and_ready_and_tells_nobody_more(DatabaseProvider provider)
    {
        await using var app = await TestApp.StartAsync(provider);
        using var anybody = app.Anonymous();

        Assert.Equal("Healthy", (await anybody.GetAsync(Links.Live)).ShouldBe(HttpStatusCode.OK).Body);
        Assert.Equal("Healthy", (await anybody.GetAsync(Links.Ready)).ShouldBe(HttpStatusCode.OK).Body);
    }

    [Fact]
    public async Task Until_it_is_ready_it_is_alive_and_asks_to_come_again()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var held = new FileStream(Path.Combine(database.Folder, "learning.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        await using var app = await TestApp.StartAsync(database, new() { WaitUntilReady = false });
        using var anybody = app.Anonymous();

        (await anybody.GetAsync(Links.Live)).ShouldBe(HttpStatusCode.OK);
        (await anybody.GetAsync(Links.Ready)).ShouldBe(HttpStatusCode.ServiceUnavailable);
        var answer = (await anybody.GetAsync(Links.Programme)).ShouldBe(HttpStatusCode.ServiceUnavailable);
        Assert.Equal(2, answer.Headers.RetryAfter?.Delta?.TotalSeconds);
    }

    [Theory, BothDatabases]
    public async Task A_write_is_tried_once_a_second_at_most(DatabaseProvider provider)
    {
        await using var app = await TestApp.StartAsync(provider);
        using var probe = app.Anonymous();

        async Task<DateTime> ProbedAsync()
        {
            (await probe.GetAsync(Links.Ready)).ShouldBe(HttpStatusCode.OK);
            return await app.Ask(db => db.Set<WriteMark>().Select(m => m.AtUtc).SingleAsync());
        }

        Assert.Equal(A.Now, await ProbedAsync());
        app.Clock.Advance(TimeSpan.FromSeconds(0.9));
        Assert.Equal(A.Now, await ProbedAsync());
        app.Clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(A.Now.AddSeconds(1), await ProbedAsync());
    }

    [Fact]
    public async Task With_little_room_on_its_disk_it_is_unwell_and_serves_on()
    {
        await using var app = await TestApp.StartAsync(new TestAppOptions { Settings = { ["Data:LeastFreeMegabytes"] = $"{int.MaxValue}" } });

        Assert.Equal("Degraded", (await app.Anonymous().GetAsync(Links.Ready)).ShouldBe(HttpStatusCode.OK).Body);
    }

    [Fact]
    public async Task A_database_that_takes_no_writes_is_not_ready()
    {
        await using var app = await TestApp.StartAsync();
        await app.Ask(db => db.Database.ExecuteSqlRawAsync("DROP TABLE write_marks"));

        (await app.Anonymous().GetAsync(Links.Ready)).ShouldBe(HttpStatusCode.ServiceUnavailable);
    }
}
