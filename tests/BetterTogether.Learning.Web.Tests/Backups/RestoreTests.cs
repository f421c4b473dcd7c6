using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Backups;

public sealed class RestoreTests : IAsyncLifetime
{
    private readonly Session session = A.Session(capacity: 2);
    private TestDatabase database = null!;
    private Operator somebody = null!;

    private string Live => Path.Combine(database.Folder, "learning.db");

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        somebody = Operator.Of(database);
    }

    public async Task DisposeAsync()
    {
        await somebody.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task The_drill_what_is_restored_is_exactly_what_was_backed_up_and_the_product_runs_on_it()
    {
        var app = await TestApp.StartAsync(database, new());
        await app.Has(session);
        await app.BookAsync(session, "one@demo.example", "two@demo.example", "three@demo.example");
        var (backup, then) = await BackedUpAsync();
        await app.BookAsync(session, "four@demo.example");
        await app.StopAsync();
        var later = Content.Of(Live);

        (await somebody.TypesAsync("restore", backup)).ShouldBe(0, "Now start the product");

        Assert.NotEqual(then, later);
        Assert.Equal(then, Content.Of(Live));
        Assert.Equal(later, Content.Of(Assert.Single(Directory.GetFiles(database.Folder, "learning.db.before-restore-*Z"))));
        await database.Contexts.ShouldBeSoundAsync(somebody.Clock);
        await using var again = await TestApp.StartAsync(database, new());
        Assert.Equal(3, await again.Ask(db => db.Bookings.CountAsync()));
        await again.BookAsync(session, "five@demo.example");
    }

    [Fact]
    public async Task Nothing_is_restored_while_the_product_runs()
    {
        await using var app = await TestApp.StartAsync(database, new());
        var backup = await somebody.BacksUpAsync();

        (await somebody.TypesAsync("restore", backup)).ShouldBe(1, "Stop it first");
    }

    [Theory]
    [InlineData("zeroed", "is not a sound database")]
    [InlineData("cut short", "is not a sound database")]
    [InlineData("text", "is not a sound database")]
    [InlineData("another product's", "is no database of this product")]
    [InlineData("without our tables", "is no database of this product")]
    [InlineData("without one of them", "it has no table bookings")]
    [InlineData("loose", "sign_ins refers to people")]
    [InlineData("newer", "newer version")]
    [InlineData("gone", "There is no file")]
    public async Task What_cannot_be_used_is_refused_and_the_database_stays(string harm, string reason)
    {
        await MigratedAsync();
        var backup = await somebody.BacksUpAsync();
        var before = Content.Of(Live);
        Harm(backup, harm);

        (await somebody.TypesAsync("restore", backup)).ShouldBe(1, reason);

        Assert.Equal(before, Content.Of(Live));
        Assert.Empty(Directory.GetFileSystemEntries(database.Folder).Select(f => Path.GetFileName(f)).Except(["backups", "learning.db", "learning.lock"]));
    }

    [Fact]
    public async Task A_restore_can_be_undone_even_where_the_old_database_still_had_its_log()
    {
        await MigratedAsync();
        var backup = await somebody.BacksUpAsync();
        await using (var db = database.CreateDbContext())
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL");
            db.Add(A.Person("later@demo.example"));
            await db.SaveChangesAsync();
            // As a process leaves it that is killed: the last commit stands in the log alone.
            (await somebody.TypesAsync("restore", backup)).ShouldBe(0, "Restored");
        }
        database.Close();
        Assert.Contains("later@demo.example", Content.Of(Live + ".before-restore-20260701T233000Z"), StringComparison.Ordinal);
        Assert.DoesNotContain("later@demo.example", Content.Of(Live), StringComparison.Ordinal);
        somebody.Clock.Advance(TimeSpan.FromSeconds(1));

        (await somebody.TypesAsync("restore", Live + ".before-restore-20260701T233000Z")).ShouldBe(0, "Restored");

        Assert.Contains("later@demo.example", Content.Of(Live), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_database_comes_back()
    {
        await MigratedAsync();
        var backup = await somebody.BacksUpAsync();
        var before = Content.Of(Live);
        File.Delete(Live);

        (await somebody.TypesAsync("restore", backup)).ShouldBe(0, "Restored");

        Assert.Equal(before, Content.Of(Live));
    }

    // Mail goes out meanwhile and changes its rows: the moment is known once the same stood there before and after.
    private async Task<(string File, string Content)> BackedUpAsync()
    {
        while (true)
        {
            var before = Content.Of(Live);
            var file = await somebody.BacksUpAsync();
            if (before == Content.Of(Live)) { return (file, before); }
        }
    }

    private async Task MigratedAsync()
    {
        await using (var db = database.CreateDbContext())
        {
            await db.Database.MigrateAsync();
            db.Add(A.Person());
            await db.SaveChangesAsync();
        }
        database.Close();
    }

    private static void Harm(string file, string how)
    {
        const int page = 4096;
        var bytes = File.ReadAllBytes(file);
        switch (how)
        {
            case "zeroed": File.WriteAllBytes(file, [.. bytes.Take(page * 2), .. new byte[page * 4], .. bytes.Skip(page * 6)]); break;
            case "cut short": File.WriteAllBytes(file, bytes[..(bytes.Length / 2)]); break;
            case "text": File.WriteAllText(file, "Dear operator,"); break;
            case "newer": Content.Run(file, "INSERT INTO __EFMigrationsHistory VALUES ('20991231000000_Later', '10.0.0')"); break;
            case "loose": Content.Run(file, "PRAGMA foreign_keys = OFF; INSERT INTO sign_ins VALUES (x'00', 'nobody', '2026-07-01', '2026-07-01')"); break;
            case "without one of them": Content.Run(file, "PRAGMA foreign_keys = OFF; DROP TABLE bookings"); break;
            default: File.Delete(file); break;
        }
        if (how == "another product's") { Content.Run(file, "CREATE TABLE recipes (Id INTEGER)"); }
        if (how == "without our tables") { Content.Run(file, "CREATE TABLE __EFMigrationsHistory AS SELECT '20261122010000_Foundation' AS MigrationId, '10.0.0' AS ProductVersion"); }
    }
}
