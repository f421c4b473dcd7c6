using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Bookings;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Demo;

/// <summary>The demo in a database: true by the product's own audit, silent, and there once.</summary>
public sealed class DemoSeedTests
{
    [Theory, BothDatabases]
    public async Task The_audit_finds_nothing(DatabaseProvider provider)
    {
        var database = await TestDatabase.CreateAsync(provider);
        await using var app = await SeededAsync(database);

        var audit = await new BookingInvariants(database.Contexts, app.Clock).AuditAsync(CancellationToken.None);

        Assert.NotEmpty(audit);
        Assert.All(audit, rule => Assert.True(rule.BrokenBy.Count == 0, rule.Name));
    }

    [Fact]
    public async Task Invites_count_as_sent_and_no_mail_goes_out()
    {
        await using var app = await SeededAsync(await TestDatabase.CreateAsync(DatabaseProvider.Sqlite));

        Assert.Equal(0, await app.Ask(db => db.Outbox.CountAsync()));
        Assert.Equal(0, await app.Ask(db => db.Bookings.CountAsync(b => b.Status == BookingStatus.Confirmed && !db.SentInvites.Any(i => i.SubjectId == b.Id))));
        Assert.Equal(0, await app.Ask(db => db.SentInvites.CountAsync(i => i.LastStampUtc > app.Clock.NowUtc)));
    }

    [Fact]
    public async Task The_next_Learning_Wednesday_has_a_full_session_with_four_waiting()
    {
        await using var app = await SeededAsync(await TestDatabase.CreateAsync(DatabaseProvider.Sqlite));

        var ahead = await app.Ask(db => db.Sessions.Where(s => s.Kind == SessionKind.LearningWednesday && s.Status == SessionStatus.Published && s.StartsAtUtc > app.Clock.NowUtc).ToListAsync());

        var day = ahead.Min(s => s.StartsAtUtc.ToLondonDate());
        Assert.Contains(ahead.Where(s => s.StartsAtUtc.ToLondonDate() == day), s => s.Held == s.Capacity && s.Waiting == 4);
    }

    [Fact]
    public async Task A_restart_neither_seeds_again_nor_changes_anything()
    {
        await using var first = await SeededAsync(await TestDatabase.CreateAsync(DatabaseProvider.Sqlite));
        var before = await StateAsync(first);

        // The first app owns the file and would take it along when it ends: the next one gets a folder of its own and the same file.
        first.Clock.Advance(TimeSpan.FromHours(1));
        await using var again = await TestApp.StartAsync(new TestAppOptions { Clock = first.Clock, Settings = { ["Demo:Seed"] = "true", ["ConnectionStrings:Learning"] = first.ConnectionString } });

        Assert.Equal(before, await StateAsync(again));
    }

    [Fact]
    public async Task A_database_that_holds_anybody_is_left_alone()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseProvider.Sqlite);
        await using (var db = database.CreateDbContext())
        {
            db.Add(A.Person());
            await db.SaveChangesAsync();
        }

        await using var app = await TestApp.StartAsync(database, new TestAppOptions { Settings = { ["Demo:Seed"] = "true" } });

        Assert.Equal((1, 0, 0), await CountsAsync(app));
    }

    [Fact]
    public async Task Without_the_setting_nothing_is_seeded()
    {
        await using var app = await TestApp.StartAsync();

        Assert.Equal((0, 0, 0), await CountsAsync(app));
    }

    private static Task<TestApp> SeededAsync(TestDatabase database) => TestApp.StartAsync(database, new TestAppOptions { Database = database.Provider, Settings = { ["Demo:Seed"] = "true" } });

    private static Task<(int People, int Sessions, int Bookings)> CountsAsync(TestApp app) =>
        app.Ask(async db => (await db.People.CountAsync(), await db.Sessions.CountAsync(), await db.Bookings.CountAsync()));

    private static async Task<string> StateAsync(TestApp app) => string.Join('\n', await app.Ask(async db => new[]
    {
        string.Join(' ', await db.People.OrderBy(p => p.Id).Select(p => p.Id).ToListAsync()),
        string.Join(' ', await db.Sessions.OrderBy(s => s.Id).Select(s => $"{s.Id} {s.Version} {s.Held} {s.Waiting}").ToListAsync()),
        string.Join(' ', await db.Bookings.OrderBy(b => b.Id).Select(b => $"{b.Id} {b.Status} {b.Offers}").ToListAsync()),
        string.Join(' ', await db.SentInvites.OrderBy(i => i.Id).Select(i => $"{i.Id} {i.Sequence}").ToListAsync()),
        $"{await db.Attendances.CountAsync()} {await db.Outbox.CountAsync()} {await db.AuditTrail.CountAsync()}",
    }));
}
