using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit.Abstractions;

namespace BetterTogether.Learning.Web.Tests.Kills;

/// <summary>An upgrade killed while it rewrites what people have: after the next start each row is there, once, in its new form.</summary>
[Collection(ProcessLane.First)]
public sealed class UpgradeKillTests(ITestOutputHelper output)
{
    private const int Kills = 2; // of each rewriting: as it begins, and in its midst
    private const int MostKills = 10; // where a busy machine lets the upgrade run on before it lets the killer
    private const int Rows = 20_000; // enough that the rewriting takes a while
    private const int Rooms = 2_000; // a state is two hundred times as long as an invite
    private const string Numbers = "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {0}), rows AS (SELECT n, printf('%08X-0000-4000-8000-000000000000', n) AS id FROM numbers) ";
    private const int Step = 500_000; // bytes of SQLite's log: how far it is, on a fast machine and on a slow one

    private static readonly Dictionary<string, string> Empty = new() { ["Demo__Seed"] = "false" };

    [Fact]
    public Task Invites_come_through_it() => KillAsync("20261124133500_CirclePapers",
        db => db.Database.ExecuteSqlRawAsync(Numbers + """
            INSERT INTO sent_invites ("Id", "Uid", "BookingId", "PersonId", "SessionDateId", "Sequence", "LastMethod", "LastStampUtc")
            SELECT id, 'uid-' || n, id, id, id, n, 'Request', '2026-07-01 00:00:00' FROM rows
            """, Rows),
        async db =>
        {
            Assert.Equal(Rows, await db.SentInvites.CountAsync());
            Assert.Equal(Rows, await db.SentInvites.CountAsync(i => i.Uid == "uid-" + i.Sequence && i.SubjectId == i.Id && i.OccurrenceId == i.Id && i.PersonId == i.Id));
        });

    // Being sent, and claimed for good: no start sends them.
    [Fact]
    public Task Mails_come_through_it() => KillAsync("20261124135500_SeriesVersion",
        db => db.Database.ExecuteSqlRawAsync(Numbers + """
            INSERT INTO outbox ("Id", "DedupeKey", "ToAddress", "ToName", "Template", "Values", "MessageId", "NotBeforeUtc", "Urgency", "State", "Attempts", "NextAtUtc", "LeaseUntilUtc", "CreatedAtUtc", "DropBodyOnceSent")
            SELECT id, 'kill/' || n, 'ada@demo.example', 'Ada', 'none', '{{}}', '<' || n || '@demo.example>', '2026-07-01 00:00:00', 1, 'Sending', 1, '2026-07-01 00:00:00', '2099-07-01 00:00:00', '2026-07-01 00:00:00', 0 FROM rows
            """, Rows),
        async db =>
        {
            Assert.Equal(Rows, await db.Outbox.CountAsync());
            Assert.Equal(Rows, await db.Outbox.CountAsync(m => m.NextAtUtc == m.LeaseUntilUtc));
        });

    [Fact]
    public async Task Circles_come_through_it()
    {
        var nowUtc = new DateTime(2026, 12, 2, 13, 0, 0, DateTimeKind.Utc);
        var format = CircleFormats.Find("listening")!;
        var state = Circle.Plan(new CirclePlan(Ids.New(nowUtc), "Team circle", format, 3, [new(Guid.NewGuid(), "Ana Ferreira", SeatRole.Facilitator)])).Value.State;
        var stored = $$"""{"format":{{CircleJson.Write(format)}},{{CircleJson.Write(state)[1..]}}""";

        await KillAsync("20261129150000_CounterSigner",
            db => db.Database.ExecuteSqlRawAsync(Numbers + """
                INSERT INTO circles ("Id", "Title", "Format", "StartsAtUtc", "Minutes", "CreatedById", "Status", "Version", "State")
                SELECT id, 'Team circle', 'listening', '2099-07-01 00:00:00', 60, id, 'Draft', 1, {1} FROM rows
                """, Rooms, stored),
            async db =>
            {
                Assert.Equal(Rooms, await db.Circles.CountAsync());
                var kept = Assert.Single(await db.Circles.Select(c => new { c.State, c.Script }).Distinct().ToListAsync());
                Assert.Equal((CircleJson.Write(state), CircleJson.Write(format)), (kept.State, kept.Script));
            });
    }

    private async Task KillAsync(string schema, Func<LearningDb, Task> fill, Func<LearningDb, Task> check)
    {
        await using var older = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        int all;
        await using (var db = older.CreateDbContext())
        {
            all = db.Database.GetMigrations().Count();
            await db.GetService<IMigrator>().MigrateAsync(schema);
            await fill(db);
        }
        older.Close();

        var done = new List<int>();
        for (var kill = 0; kill < Kills || (kill < MostKills && done.Min() == all); kill++)
        {
            await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
            File.Copy(Path.Combine(older.Folder, "learning.db"), Path.Combine(database.Folder, "learning.db"));
            await using (var product = ProductProcess.Launch(database.Folder, settings: Empty))
            {
                await Eventually.HoldsAsync(() => Task.FromResult((new FileInfo(Path.Combine(database.Folder, "learning.db-wal")) is { Exists: true } log && log.Length > kill % Kills * Step) || product.HasEnded), "it is so far");
                Assert.False(product.HasEnded, product.Said);
                await product.KillAsync();
            }
            done.Add(await DoneAsync(database));

            await using var app = await TestApp.StartAsync(database, new());
            await app.StopAsync();
            await using var db = database.CreateDbContext();
            Assert.Empty(await db.Database.GetPendingMigrationsAsync());
            await check(db);
        }
        output.WriteLine($"Killed after {string.Join(", ", done)} migrations of {all}");
        Assert.True(done.Min() < all, "No kill came during the migrations");
    }

    private static async Task<int> DoneAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        Assert.Equal("ok", await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").SingleAsync());
        var done = (await db.Database.GetAppliedMigrationsAsync()).Count();
        database.Close();
        return done;
    }
}
