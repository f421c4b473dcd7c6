using System.Globalization;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Data;

public sealed class SqliteTests
{
    [Theory]
    [InlineData("synchronous", "2")] // FULL: what was answered is on the disk, a power cut or not
    [InlineData("journal_mode", "wal")]
    [InlineData("foreign_keys", "1")]
    public async Task A_connection_of_the_product_is_set_for_durability(string pragma, string expected)
    {
        await using var app = await TestApp.StartAsync();

        var value = await app.Ask(async db =>
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            await db.Database.OpenConnectionAsync();
#pragma warning disable CA2100 // the names stand above
            command.CommandText = $"PRAGMA {pragma}";
#pragma warning restore CA2100
            return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
        });

        Assert.Equal(expected, value);
    }

    [Fact]
    public async Task A_migration_that_was_killed_does_not_hang_the_next_start()
    {
        var database = await TestDatabase.MigratedAsync(DatabaseProvider.Sqlite);
        await using (var db = database.CreateDbContext())
        {
            await db.Database.ExecuteSqlRawAsync("INSERT OR REPLACE INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2026-07-01 23:00:00+00:00')");
        }

        await using var app = await TestApp.StartAsync(database, new());

        Assert.Equal(0, await app.Ask(db => db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM __EFMigrationsLock").SingleAsync()));
    }
}
