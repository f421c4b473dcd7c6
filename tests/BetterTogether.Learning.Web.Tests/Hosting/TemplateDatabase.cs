using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Hosting;

/// <summary>
/// The product's tables, made by its migrations once a run; every other database is a copy. To migrate takes longer than most tests.
/// Threading: whoever asks first makes it, the others wait.
/// </summary>
internal static class TemplateDatabase
{
    private static readonly Lazy<Task<TestDatabase>> OnSqlite = new(() => MakeAsync(DatabaseProvider.Sqlite));
    private static readonly Lazy<Task<TestDatabase>> OnPostgres = new(() => MakeAsync(DatabaseProvider.Postgres));

    public static Task<TestDatabase> OfAsync(DatabaseProvider provider) => (provider == DatabaseProvider.Sqlite ? OnSqlite : OnPostgres).Value;

    private static async Task<TestDatabase> MakeAsync(DatabaseProvider provider)
    {
        var template = await TestDatabase.CreateAsync(provider);
        await using (var db = template.CreateDbContext()) { await db.Database.MigrateAsync(); }
        // What is copied must be whole on the disk, and PostgreSQL copies only what nobody is connected to.
        template.Close();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => template.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return template;
    }
}
