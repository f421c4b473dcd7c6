using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Data.Backups;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace BetterTogether.Learning.Web.Tests.Kills;

/// <summary>Backup and restore killed half-way: no half copy has a backup's name, and at no moment is there no database.</summary>
[Collection(ProcessLane.First)]
public sealed class BackupKillTests(ITestOutputHelper output)
{
    private const int Seed = 20261126;
    private const int Kills = 16; // of each
    private const int People = 20_000; // enough that a copy takes a while

    [Fact]
    public async Task What_has_a_backups_name_is_whole_and_a_restore_leaves_the_old_or_the_new()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseProvider.Sqlite);
        await FillAsync(database);
        var random = new Random(Seed);
        var backups = Path.Combine(database.Folder, "backups");

        var early = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            await KillAsync(database.Folder, ["backup"], () => Directory.Exists(backups) && Directory.EnumerateFiles(backups, "*.part*").Any(), random);
            early += Directory.EnumerateFiles(backups).Count(f => f.Contains(".part", StringComparison.Ordinal));
            Assert.All(Finished(backups), file => Assert.Equal(People, Count(file)));
        }
        await EndsWellAsync(database.Folder, "backup");
        Assert.DoesNotContain(Directory.EnumerateFiles(backups), f => f.Contains(".part", StringComparison.Ordinal));
        var backup = Finished(backups)[^1];
        Assert.Equal(People, Count(backup));

        Forget(database.ConnectionString); // so that old and new differ
        var halves = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            await KillAsync(database.Folder, ["restore", backup], () => File.Exists(Path.Combine(database.Folder, "learning.db.restoring")), random);
            if (File.Exists(Path.Combine(database.Folder, "learning.db.restoring"))) { halves++; }
            Assert.True(Count(Path.Combine(database.Folder, "learning.db")) is 0 or People);
        }
        await EndsWellAsync(database.Folder, "restore", backup);
        Assert.Equal(People, Count(Path.Combine(database.Folder, "learning.db")));
        output.WriteLine($"Seed {Seed}: {early} kills left half a backup, {halves} half a restore");
        Assert.True(early > 0 && halves > 0, "No kill came half-way");
    }

    private static async Task KillAsync(string folder, string[] command, Func<bool> hasBegun, Random random)
    {
        await using var product = ProductProcess.Launch(folder, command);
        await Eventually.HoldsAsync(() => Task.FromResult(hasBegun() || product.HasEnded), "it has begun");
        await Task.Delay(TimeSpan.FromMilliseconds(150) * random.NextDouble()); // the kill comes at any moment
        await product.KillAsync();
    }

    private static async Task EndsWellAsync(string folder, params string[] command)
    {
        await using var product = ProductProcess.Launch(folder, command);
        Assert.True(await product.EndedAsync() == 0, product.Said);
    }

    private static async Task FillAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL");
        db.People.AddRange(Enumerable.Range(0, People).Select(i => A.Person($"p{i}@demo.example")));
        await db.SaveChangesAsync();
        database.Close();
    }

    private static List<string> Finished(string folder) => [.. Directory.EnumerateFiles(folder).Where(f => BackupFolder.TimeOf(f) is not null).Order(StringComparer.Ordinal)];

    private static int Count(string file) => (int)(long)Run(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString(), "SELECT COUNT(*) FROM people WHERE (SELECT integrity_check FROM pragma_integrity_check) = 'ok'")!;

    private static void Forget(string connection) => Run(new SqliteConnectionStringBuilder(connection) { Pooling = false, ForeignKeys = false }.ToString(), "DELETE FROM people");

    private static object? Run(string connectionString, string sql)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // our own
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
