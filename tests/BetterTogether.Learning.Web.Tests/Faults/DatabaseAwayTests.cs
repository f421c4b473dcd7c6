using System.Net;
using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Bookings;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Tests.Bookings;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BetterTogether.Learning.Web.Tests.Faults;

/// <summary>PostgreSQL is gone for half a minute and comes back: a restart, an upgrade, a cable.</summary>
public sealed class DatabaseAwayTests
{
    private static readonly TimeSpan HalfAMinute = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task While_it_is_away_health_says_so_and_nobody_is_told_of_a_success_and_then_all_goes_on_by_itself()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        await using var proxy = Before(database);
        await using var app = await TestApp.StartAsync(database, Through(proxy, database));
        var (session, people) = (A.Session(capacity: 50), Enumerable.Range(0, 40).Select(i => A.Person($"p{i}@demo.example")).ToArray());
        await app.Has([session, .. people]);
        var visitors = await Task.WhenAll(people.Select(p => app.SignedInAs(p)));
        var probe = app.Anonymous();

        var answers = await RushAsync(visitors, session, cutAfter: 10, proxy.Cut);
        var told = answers.Where(a => a.Status == HttpStatusCode.Created).Select(a => a.As<BookingView>().Id).ToHashSet();
        Assert.InRange(told.Count, 10, people.Length - 1);
        Assert.All(answers, a => Assert.True(a.Status is HttpStatusCode.Created || (int)a.Status >= 500, $"{(int)a.Status} {a.Body}"));

        for (var gone = TimeSpan.Zero; gone <= HalfAMinute; gone += TimeSpan.FromSeconds(10))
        {
            (await probe.GetAsync(Links.Ready)).ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await probe.GetAsync(Links.Live)).ShouldBe(HttpStatusCode.OK);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await visitors[0].GetPageAsync(Links.MyBookings)).Status);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await probe.GetPageAsync(Links.Programme)).ShouldSay("We cannot get to our records just now").Status);
            (await AskAsync(visitors[0], session)).ShouldBe(HttpStatusCode.ServiceUnavailable);
            app.Clock.Advance(TimeSpan.FromSeconds(10)); // every worker looks, finds nobody and lives on
        }
        proxy.Mend();

        await Eventually.HoldsAsync(async () =>
        {
            app.Clock.Advance(TimeSpan.FromSeconds(1)); // the probe's answer is kept for one
            return (await probe.GetAsync(Links.Ready)).Status == HttpStatusCode.OK;
        }, "it is ready again");
        Assert.Subset(await app.Ask(async db => (await db.Bookings.Select(b => b.Id).ToListAsync()).ToHashSet()), told);
        // Whoever heard an error asks again, and has one place in the end.
        foreach (var visitor in visitors) { Assert.True((await AskAsync(visitor, session)).Status is HttpStatusCode.Created or HttpStatusCode.Conflict); }
        Assert.Equal(people.Length, await app.Ask(db => db.Bookings.Where(b => b.SessionId == session.Id).Select(b => b.PersonId).Distinct().CountAsync()));
        await Recount.AssertAsync(database.Contexts, app.Clock);
        await Eventually.HoldsAsync(async () =>
        {
            app.Clock.Advance(TimeSpan.FromMinutes(1)); // what was claimed when it went is free again after its lease
            return await app.Ask(db => db.Outbox.CountAsync(m => m.State == MailState.Sent)) == people.Length;
        }, "every mail has gone");
    }

    [Fact]
    public async Task A_start_without_it_waits_until_it_is_there()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        await using var proxy = Before(database);
        proxy.Cut();
        await using var app = await TestApp.StartAsync(database, Through(proxy, database, untilReady: false));
        var probe = app.Anonymous();
        (await probe.GetAsync(Links.Ready)).ShouldBe(HttpStatusCode.ServiceUnavailable);

        proxy.Mend();

        await Eventually.HoldsAsync(async () =>
        {
            app.Clock.Advance(TimeSpan.FromSeconds(2));
            return (await probe.GetAsync(Links.Ready)).Status == HttpStatusCode.OK;
        }, "it is ready by itself");
    }

    private static TcpProxy Before(TestDatabase database)
    {
        var server = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        return new TcpProxy(server.Host!, server.Port);
    }

    private static TestAppOptions Through(TcpProxy proxy, TestDatabase database, bool untilReady = true) => new()
    {
        Database = DatabaseProvider.Postgres,
        WaitUntilReady = untilReady,
        Settings = new()
        {
            ["ConnectionStrings:Learning"] = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Host = "127.0.0.1", Port = proxy.Port }.ToString(),
            ["Logging:LogLevel:Default"] = "None",
        },
    };

    private static Task<Answer> AskAsync(Visitor visitor, Session session) => visitor.PostAsync($"{Links.ApiSession(session.Id)}/bookings", new BookBody(ConfirmClash: true));

    // All ask at once; once so many were answered, the server is gone under the rest.
    private static async Task<Answer[]> RushAsync(IEnumerable<Visitor> visitors, Session session, int cutAfter, Action cut)
    {
        var answered = 0;
        return await Task.WhenAll(visitors.Select(async visitor =>
        {
            var answer = await AskAsync(visitor, session);
            if (Interlocked.Increment(ref answered) == cutAfter) { cut(); }
            return answer;
        }));
    }
}
