using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Backups;

/// <summary>The scripts for PostgreSQL, run as an operator runs them.</summary>
public sealed class PgScriptsTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("bt-test-").FullName;
    private TestDatabase database = null!;
    private TestDatabase empty = null!;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.MigratedAsync(DatabaseProvider.Postgres);
        empty = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
    }

    public async Task DisposeAsync()
    {
        await empty.DisposeAsync();
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_is_backed_up_is_restored_into_an_empty_database_and_the_product_runs_on_it()
    {
        var session = A.Session(capacity: 1);
        await using (var app = await TestApp.StartAsync(database, new() { Database = DatabaseProvider.Postgres }))
        {
            await app.Has(session);
            await app.BookAsync(session, "one@demo.example", "two@demo.example");
            (await RunAsync("pg-backup.sh", database, folder)).ShouldBe(0, "Backup made and checked");
        }
        var backup = Assert.Single(Directory.GetFiles(folder));

        (await RunAsync("pg-restore.sh", empty, backup)).ShouldBe(0, "Restored");

        await using var again = await TestApp.StartAsync(empty, new() { Database = DatabaseProvider.Postgres });
        await empty.Contexts.ShouldBeSoundAsync(again.Clock);
        await again.BookAsync(session, "three@demo.example");
        Assert.Equal(3, await again.Ask(db => Task.FromResult(db.Bookings.Count())));
    }

    [Fact]
    public async Task A_database_that_holds_something_is_not_restored_into()
    {
        (await RunAsync("pg-backup.sh", database, folder)).ShouldBe(0, "Backup made");

        (await RunAsync("pg-restore.sh", database, Directory.GetFiles(folder)[0])).ShouldBe(1, "Give it an empty one");
    }

    [Fact]
    public async Task The_newest_stay_and_a_backup_that_was_cut_short_is_refused()
    {
        foreach (var file in new[] { "learning-20260101T013000Z.dump", "learning-20260102T013000Z.dump", "notes.txt" }) { await File.WriteAllTextAsync(Path.Combine(folder, file), "x"); }

        (await RunAsync("pg-backup.sh", database, folder, "2")).ShouldBe(0, "Backup made");
        (await RunAsync("pg-restore.sh", empty, Path.Combine(folder, "learning-20260102T013000Z.dump"))).ShouldBe(1, "cannot be read");

        Assert.Equal(3, Directory.GetFiles(folder).Length);
        Assert.False(File.Exists(Path.Combine(folder, "learning-20260101T013000Z.dump")));
    }

    [Fact]
    public async Task A_database_that_is_not_the_products_makes_no_backup_and_takes_none_away()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "learning-20260101T013000Z.dump"), "a good one");

        (await RunAsync("pg-backup.sh", empty, folder, "1")).ShouldBe(1, "Is PGDATABASE the product's database?");

        Assert.Equal(["learning-20260101T013000Z.dump"], Files());
    }

    [Fact]
    public async Task A_name_from_the_future_pushes_out_nothing()
    {
        foreach (var file in new[] { "learning-20260101T013000Z.dump", "learning-20990101T013000Z.dump" }) { await File.WriteAllTextAsync(Path.Combine(folder, file), "x"); }

        var said = (await RunAsync("pg-backup.sh", database, folder, "1")).ShouldBe(0, "Backup made and checked").Said;

        Assert.Equal([Path.GetFileName(said.Trim()), "learning-20990101T013000Z.dump"], Files());
    }

    [Fact]
    public async Task An_old_backup_that_cannot_be_deleted_is_no_secret()
    {
        Directory.CreateDirectory(Path.Combine(folder, "learning-20260101T013000Z.dump")); // as a folder that may not be written, which is nothing to root

        (await RunAsync("pg-backup.sh", database, folder, "1")).ShouldBe(1, "An old backup stays");
    }

    [Theory, InlineData("none"), InlineData("0"), InlineData("00"), InlineData("08")]
    public async Task How_many_to_keep_is_a_number_as_people_write_it(string keep) => (await RunAsync("pg-backup.sh", database, folder, keep)).ShouldBe(2, "How many to keep");

    [Fact]
    public async Task A_backup_that_fails_leaves_nothing_and_says_so()
    {
        await database.DisposeAsync();

        (await RunAsync("pg-backup.sh", database, folder)).ShouldBe(1, "No backup was made");

        Assert.Empty(Directory.GetFiles(folder));
    }

    private IEnumerable<string?> Files() => Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private static Task<Answered> RunAsync(string script, TestDatabase database, params string[] args) => PgScript.RunAsync(script, database, args);
}
