using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BetterTogether.Learning.Web.Data;

/// <summary>Whether the database went through every migration of this version.</summary>
public sealed class Schema(Connections connections)
{
    private static readonly IReadOnlyCollection<string> Ours = [.. typeof(Schema).Assembly.GetTypes().Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>()];

    /// <summary>Asked without Entity Framework, which would make and compare whole models first: at every start but an upgrade's the answer is yes.</summary>
    public async Task<bool> IsCurrentAsync(CancellationToken cancel)
    {
        const string OnPostgres = "SELECT EXISTS (SELECT 1 FROM pg_tables WHERE tablename = '__EFMigrationsHistory')";
        const string OnSqlite = "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = '__EFMigrationsHistory')";
        if (!await connections.IsTrueAsync(connections.Provider == DatabaseProvider.Postgres ? OnPostgres : OnSqlite, cancel)) { return false; }
        await using var connection = await connections.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT "MigrationId" FROM "__EFMigrationsHistory" """;
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var applied = new HashSet<string>();
        while (await rows.ReadAsync(cancel)) { applied.Add(rows.GetString(0)); }
        return Ours.All(applied.Contains);
    }
}
