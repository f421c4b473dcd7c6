using System.Globalization;
using Microsoft.Data.Sqlite;

namespace BetterTogether.Learning.Web.Data.Backups;

/// <summary>A database file, looked at beside the product's own connections.</summary>
internal static class SqliteFile
{
    /// <summary>
    /// Not pooled: the file is moved or deleted once we are done with it. Not read-only, though hardly anything is written:
    /// the last reader to leave must take the log along, and one that may not write leaves it behind.
    /// </summary>
    public static SqliteConnection Open(string path, SqliteOpenMode mode = SqliteOpenMode.ReadWrite)
    {
        var connection = new SqliteConnection(ConnectionString(path, mode));
        connection.Open();
        return connection;
    }

    public static string ConnectionString(string path, SqliteOpenMode mode = SqliteOpenMode.ReadWrite) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString();

    /// <returns>What is wrong with it; null for a sound database.</returns>
    public static string? Damage(string path)
    {
        try
        {
            using var file = Open(path);
            var found = Texts(file, "PRAGMA integrity_check(3)");
            if (found is not ["ok"]) { return string.Join("; ", found); }
            // The check above does not follow references, and one to a row that is gone fails somebody's request later.
            var loose = Texts(file, "SELECT DISTINCT \"table\" || ' refers to ' || parent || ' that are not there' FROM pragma_foreign_key_check");
            return loose.Count == 0 ? null : string.Join("; ", loose);
        }
        catch (SqliteException e)
        {
            return e.Message;
        }
    }

    /// <summary>How many rows each table has.</summary>
    public static SortedDictionary<string, long> Counts(SqliteConnection file)
    {
        var tables = Texts(file, """SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\'""");
        return new(tables.ToDictionary(t => t, t => long.Parse(Texts(file, $"SELECT COUNT(*) FROM \"{t}\"")[0], CultureInfo.InvariantCulture)), StringComparer.Ordinal);
    }

    public static List<string> Texts(SqliteConnection file, string sql)
    {
        using var command = file.CreateCommand();
#pragma warning disable CA2100 // our own words, and names of tables that the database itself gave
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 0; // a large file on a slow disk takes its time, and nobody waits for it
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read()) { texts.Add(reader.GetString(0)); }
        return texts;
    }

    /// <summary>Folds the log into the file, which then is whole by itself.</summary>
    public static void Settle(string path)
    {
        using var file = Open(path);
        Texts(file, "PRAGMA journal_mode=DELETE");
    }

    /// <summary>Brings what is in the log into the file, though others may have it open. A file that is damaged is left as it is.</summary>
    public static void Fold(string path)
    {
        const int Corrupt = 11, NotADatabase = 26;
        try
        {
            using var file = Open(path);
            Texts(file, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException e) when (e.SqliteErrorCode is Corrupt or NotADatabase)
        {
            // It is what a restore is for.
        }
    }

    /// <summary>Has the system write the file to the disk: a name must never stand for content that a power cut can take.</summary>
    public static void Flush(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }

    /// <summary>The file and what SQLite may lay beside it.</summary>
    public static IEnumerable<string> WithCompanions(string path) => [path, path + "-wal", path + "-shm", path + "-journal"];

    public static void Delete(string path)
    {
        foreach (var file in WithCompanions(path)) { File.Delete(file); }
    }
}
