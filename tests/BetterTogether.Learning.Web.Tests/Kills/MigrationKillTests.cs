using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace BetterTogether.Learning.Web.Tests.Kills;

/// <summary>The first start, and every later one, killed while it makes its tables: the next start goes on from there and does not hang.</summary>
[Collection(ProcessLane.First)]
public sealed class MigrationKillTests(ITestOutputHelper output)
{
    private const int Seed = 20261124;
    private const int Lanes = 2; // as many as a small machine has cores
    private const int KillsALane = 15;
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(500);

    private static readonly Dictionary<string, string> Empty = new() { ["Demo__Seed"] = "false" };

    [Fact]
    public async Task A_start_that_was_killed_while_it_migrated_is_taken_up_by_the_next()
    {
        var lanes = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => KillAsync(new Random(Seed + lane))));

        output.WriteLine($"Seed {Seed}: {lanes.Sum(l => l.Half)} of {Lanes * KillsALane} kills left some migrations undone; {lanes.Sum(l => l.Locked)} left the lock behind");
        Assert.True(lanes.Sum(l => l.Half) > 0, "No kill came during the migrations");
    }

    private static async Task<(int Half, int Locked)> KillAsync(Random random)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var (half, locked) = (0, 0);
        for (var kill = 0; kill < KillsALane; kill++)
        {
            await using (var product = ProductProcess.Launch(database.Folder, settings: Empty))
            {
                await Hosting.Eventually.HoldsAsync(() => Task.FromResult(File.Exists(Path.Combine(database.Folder, "learning.db")) || product.HasEnded), "the database is made");
                Assert.False(product.HasEnded, product.Said);
                await Task.Delay(Longest * random.NextDouble()); // the kill comes at any moment
                await product.KillAsync();
            }
            if (await IsLockedAsync(database)) { locked++; }
            if (await IsWholeAsync(database)) { MakeAnew(database.Folder); }
            else { half++; }
        }
        await LockAsync(database);
        await using (var product = ProductProcess.Launch(database.Folder, settings: Empty)) { await product.UntilReadyAsync(); }

        await using var other = await TestDatabase.MigratedAsync(DatabaseProvider.Sqlite);
        Assert.Equal(await Data.Schema.ReadAsync(other), await Data.Schema.ReadAsync(database));
        return (half, locked);
    }

    // What is there is sound after every kill: the file, and each migration as a whole.
    private static async Task<bool> IsWholeAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        Assert.Equal("ok", await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").SingleAsync());
        var (all, applied) = (db.Database.GetMigrations().ToList(), (await db.Database.GetAppliedMigrationsAsync()).ToList());
        Assert.Equal(all.Take(applied.Count), applied);
        database.Close();
        return applied.Count == all.Count;
    }

    private static async Task<bool> IsLockedAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        var there = await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync();
        return there > 0 && await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM __EFMigrationsLock").SingleAsync() > 0;
    }

    // As EF leaves it when it dies, and then waits for it for ever.
    private static async Task LockAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER NOT NULL CONSTRAINT PK___EFMigrationsLock PRIMARY KEY, Timestamp TEXT NOT NULL)");
        await db.Database.ExecuteSqlRawAsync("INSERT OR IGNORE INTO __EFMigrationsLock VALUES (1, '2026-07-01 00:00:00')");
        database.Close();
    }

    private static void MakeAnew(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "learning.db*")) { File.Delete(file); }
    }
}
