using System.Data;
using BetterTogether.Learning.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace BetterTogether.Learning.Web.Data.Backups;

public sealed record Moved(int Tables, long Rows);

/// <summary>Copies a SQLite database into an empty PostgreSQL database, all of it or nothing. The SQLite file stays as it is.</summary>
public sealed class MoveService(IDbContextFactory<LearningDb> contexts, DataFolder folder)
{
    /// <param name="file">A backup, for a rehearsal while the product runs; null for the database in the data folder.</param>
    public async Task<Result<Moved>> MoveAsync(string? file)
    {
        await using var target = await contexts.CreateDbContextAsync();
        if (!target.Database.IsNpgsql()) { return new NeedsPostgres(); }
        var path = file ?? folder.Database;
        if (!File.Exists(path)) { return new NoSuchFile(path); }
        using var alone = file is null ? folder.TryLock() : null;
        if (file is null && alone is null) { return new ProductRunning(folder.Path); }
        if (SqliteFile.Damage(path) is { } damage) { return new Damaged(path, damage); }
        if (SchemaVersion.Trouble(path, path, target) is { } no) { return no; }
        if (SchemaVersion.IsOlder(path, target)) { return new FromOlderVersion(path); }
        if (await TroubleAsync(target) is { } full) { return full; }

        await target.Database.MigrateAsync();
        await using var source = new LearningDb(new DbContextOptionsBuilder<LearningDb>()
            .UseSqlite(SqliteFile.ConnectionString(path)).Options);
        return await CopyAsync(source, target);
    }

    // Before its tables are brought up to date: another product, or this one's own people, may be at work on them.
    private static async Task<TargetNotEmpty?> TroubleAsync(LearningDb target)
    {
        var tables = await target.Database.SqlQueryRaw<string>("SELECT table_name::text AS \"Value\" FROM information_schema.tables WHERE table_schema = current_schema()").ToListAsync();
        var theirs = tables.Where(t => !t.StartsWith("__EF", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        if (theirs.Count > 0 && !tables.Contains("__EFMigrationsHistory")) { return new($"it has a table {theirs[0]}"); }
        await target.Database.OpenConnectionAsync();
        var connection = (NpgsqlConnection)target.Database.GetDbConnection();
        foreach (var table in theirs)
        {
            if ((bool)(await RunAsync(connection, $"SELECT EXISTS (SELECT 1 FROM {TableCopy.Quoted(table)})"))!) { return new($"there are rows in {table}"); }
        }
        return null;
    }

    private static async Task<Result<Moved>> CopyAsync(LearningDb source, LearningDb target)
    {
        await using var moment = await source.Database.BeginTransactionAsync(IsolationLevel.Serializable);
        await using var transaction = await target.Database.BeginTransactionAsync();
        var (from, to) = (TableOrder.Of(source), TableOrder.Of(target).ToDictionary(t => t.Name));
        var connection = (NpgsqlConnection)target.Database.GetDbConnection();

        // Nobody else may fill a table between our look at it and our commit.
        await RunAsync(connection, $"LOCK TABLE {string.Join(", ", from.Select(t => TableCopy.Quoted(t.Name)))} IN ACCESS EXCLUSIVE MODE");
        foreach (var table in from)
        {
            if (await CountAsync(connection, table) > 0) { return new TargetNotEmpty($"there are rows in {table.Name}"); }
        }

        var rows = 0L;
        foreach (var table in from)
        {
            var went = await new TableCopy(table, to[table.Name]).RunAsync(source.Database.GetDbConnection(), connection);
            var arrived = await CountAsync(connection, table);
            if (arrived != went) { return new CountsDiffer($"{table.Name} has {arrived} rows instead of {went}"); }
            rows += went;
        }
        await transaction.CommitAsync();
        return new Moved(from.Count, rows);
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, ITable table) => (long)(await RunAsync(connection, $"SELECT COUNT(*) FROM {TableCopy.Quoted(table.Name)}"))!;

    private static async Task<object?> RunAsync(NpgsqlConnection connection, string sql)
    {
#pragma warning disable CA2100 // names of the model
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }
}
