using System.Net;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BetterTogether.Learning.Web.Tests.Data;

public sealed class NewerDatabaseTests
{
    [Theory, BothDatabases]
    public async Task An_older_version_does_not_work_on_a_newer_ones_tables_and_says_why(DatabaseProvider provider)
    {
        var database = await TestDatabase.MigratedAsync(provider);
        await using (var db = database.CreateDbContext())
        {
            await db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" (\"MigrationId\", \"ProductVersion\") VALUES ('20991231000000_Later', '10.0.0')");
        }
        var errors = new LogLines(LogLevel.Error);

        await using var app = await TestApp.StartAsync(database, new() { Database = provider, WaitUntilReady = false, Replace = services => services.AddSingleton<ILoggerProvider>(errors) });

        await Eventually.HoldsAsync(() => Task.FromResult(errors.All.Any(e => e.Contains("written by a newer version of the product (20991231000000_Later)", StringComparison.Ordinal))), "it says why it does not start");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await app.Anonymous().GetAsync(Links.Ready)).Status);
    }
}
