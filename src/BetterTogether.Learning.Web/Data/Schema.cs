using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BetterTogether.Learning.Web.Data;

/// <summary>Whether the database went through every migration of this version.</summary>
public sealed class Schema(Connections connections)
{
    private static readonly IReadOnlyCollection<string> Ours = [.. typeof(Schema).Assembly.GetTypes().Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>()];

    /// <summary>Asked without Entity Framework, which would make and compare whole models first: at every start but an upgrade's the answer is yes.</summary>
    /// <exception cref="NewerDatabaseException">It went through one that this version does not know.</exception>
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
        if (applied.Except(Ours).Order(StringComparer.Ordinal).FirstOrDefault() is { } later) { throw new NewerDatabaseException(later); }
        return Ours.All(applied.Contains);
    }
}

/// <summary>Working on tables one does not know would fail here and there, and write what the newer version does not expect.</summary>
public sealed class NewerDatabaseException(string migration)
    : Exception($"The database was written by a newer version of the product ({migration}). Start that version, or restore the backup that was made before the upgrade");
