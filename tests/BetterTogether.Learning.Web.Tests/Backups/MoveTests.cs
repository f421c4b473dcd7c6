using System.Net;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BetterTogether.Learning.Web.Tests.Backups;

public sealed class MoveTests : IAsyncLifetime
{
    private TestDatabase old = null!;
    private TestDatabase target = null!;
    private Operator somebody = null!;

    public async Task InitializeAsync()
    {
        old = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        target = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        somebody = Operator.OfPostgres(old.Folder, target.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        await somebody.DisposeAsync();
        await target.DisposeAsync();
        await old.DisposeAsync();
    }

    [Fact]
    public async Task Every_row_goes_over_and_the_product_runs_on_the_result()
    {
        var before = await TestApp.StartAsync(old, new() { Settings = { ["Demo:Seed"] = "true" } });
        await before.BookAsync(await before.Ask(db => db.Sessions.Where(s => s.StartsAtUtc > A.Now).OrderByDescending(s => s.Capacity).FirstAsync()), "new@demo.example");
        var told = await TellsAsync(before);
        await before.StopAsync();
        var counts = Content.Counts(Path.Combine(old.Folder, "learning.db"));

        (await somebody.TypesAsync("copy-to-postgres")).ShouldBe(0, "Copied and compared");

        Assert.All(await CountsAsync(), table => Assert.Equal(counts[table.Key], table.Value));
        await target.Contexts.ShouldBeSoundAsync(somebody.Clock);
        await using var after = await TestApp.StartAsync(target, new() { Database = DatabaseProvider.Postgres });
        Assert.Equal(told, await TellsAsync(after));
    }

    [Fact]
    public async Task A_target_with_rows_is_refused_and_stays_as_it_is()
    {
        await MigratedAsync(old);
        await MigratedAsync(target);

        (await somebody.TypesAsync("copy-to-postgres")).ShouldBe(1, "there are rows in people");

        Assert.Equal(1, (await CountsAsync())["people"]);
    }

    [Fact]
    public async Task A_target_with_rows_of_an_older_version_is_not_even_brought_up_to_date()
    {
        await MigratedAsync(old);
        await MigratedAsync(target);
        await using var db = target.CreateDbContext();
        await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" = (SELECT MAX(\"MigrationId\") FROM \"__EFMigrationsHistory\")");
        var before = await db.Database.GetAppliedMigrationsAsync();

        (await somebody.TypesAsync("copy-to-postgres")).ShouldBe(1, "there are rows in people");

        Assert.Equal(before, await db.Database.GetAppliedMigrationsAsync());
    }

    [Fact]
    public async Task A_target_with_other_tables_is_refused_and_gets_none_of_ours()
    {
        await MigratedAsync(old);
        await using (var db = target.CreateDbContext()) { await db.Database.ExecuteSqlRawAsync("CREATE TABLE recipes (id int)"); }

        (await somebody.TypesAsync("copy-to-postgres")).ShouldBe(1, "it has a table recipes");

        await using var after = target.CreateDbContext();
        Assert.Empty(await after.Database.GetAppliedMigrationsAsync());
    }

    [Fact]
    public async Task While_the_product_runs_only_a_backup_can_be_copied()
    {
        await using var app = await TestApp.StartAsync(old, new());
        await app.Has(A.Person());
        await using var sqlite = Operator.Of(old);
        var backup = await sqlite.BacksUpAsync();

        (await somebody.TypesAsync("copy-to-postgres")).ShouldBe(1, "Stop it first");
        (await somebody.TypesAsync("copy-to-postgres", backup)).ShouldBe(0, "Copied and compared");

        Assert.Equal(1, (await CountsAsync())["people"]);
    }

    [Fact]
    public async Task An_older_database_is_to_be_brought_up_to_date_first()
    {
        await MigratedAsync(old);
        Content.Run(Path.Combine(old.Folder, "learning.db"), "DELETE FROM __EFMigrationsHistory WHERE MigrationId = (SELECT MAX(MigrationId) FROM __EFMigrationsHistory)");

        (await somebody.TypesAsync("copy-to-postgres")).ShouldBe(1, "older version");
    }

    [Fact]
    public async Task Without_a_target_the_settings_are_named()
    {
        await using var sqlite = Operator.Of(old);

        (await sqlite.TypesAsync("copy-to-postgres")).ShouldBe(1, "Database__Provider=Postgres");
    }

    [Fact]
    public void No_table_counts_its_own_keys()
    {
        using var db = target.CreateDbContext();

        // The copy keeps the keys and sets no sequence: a table that counted its own would begin again at 1 and collide.
        Assert.DoesNotContain(db.Model.GetEntityTypes().SelectMany(t => t.GetProperties()), p => p.ValueGenerated != ValueGenerated.Never && IsNumber(p.ClrType));
    }

    private static bool IsNumber(Type type) => type == typeof(int) || type == typeof(long) || type == typeof(short);

    private static async Task<string> TellsAsync(TestApp app)
    {
        using var worker = await app.SignedInAs("worker1@demo.example");
        var programme = (await worker.GetAsync($"{Links.Api}/sessions")).ShouldBe(HttpStatusCode.OK).Body;
        Assert.Contains("learningWednesday", programme, StringComparison.Ordinal);
        return programme + (await worker.GetAsync(Links.ApiMyBookings)).ShouldBe(HttpStatusCode.OK).Body;
    }

    private static async Task MigratedAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        await db.Database.MigrateAsync();
        db.Add(A.Person());
        await db.SaveChangesAsync();
    }

    private async Task<Dictionary<string, int>> CountsAsync()
    {
        await using var db = target.CreateDbContext();
        var counts = new Dictionary<string, int>();
        foreach (var table in db.Model.GetRelationalModel().Tables)
        {
#pragma warning disable EF1002 // names of the model
            counts[table.Name] = await db.Database.SqlQueryRaw<int>($"SELECT COUNT(*)::int AS \"Value\" FROM \"{table.Name}\"").SingleAsync();
#pragma warning restore EF1002
        }
        return counts;
    }
}
