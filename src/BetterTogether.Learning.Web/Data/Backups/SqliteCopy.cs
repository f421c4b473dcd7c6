using System.Data;
using Microsoft.Data.Sqlite;

namespace BetterTogether.Learning.Web.Data.Backups;

/// <summary>A checked copy of a database that others write to meanwhile. It holds up no writer.</summary>
internal static class SqliteCopy
{
    /// <summary>Writes the copy to a file that is not there yet, flushed to the disk.</summary>
    /// <returns>The rows of each table, and what is wrong with the copy; null when it is sound and whole.</returns>
    public static (SortedDictionary<string, long> Counts, string? Damage) Make(string source, string target)
    {
        var snapshot = target + ".snapshot";
        try
        {
            var wanted = Snapshot(source, snapshot);
            Compact(snapshot, target);
            SqliteFile.Flush(target);
            return (wanted, SqliteFile.Damage(target) ?? Difference(wanted, target));
        }
        finally
        {
            SqliteFile.Delete(snapshot);
        }
    }

    // VACUUM INTO cannot run inside a transaction, so rows counted beside it would be those of another moment. The pages and
    // the counts of one read transaction are of the same moment however much is booked meanwhile; what is counted is what must arrive.
    private static SortedDictionary<string, long> Snapshot(string source, string target)
    {
        using var from = SqliteFile.Open(source);
        using var moment = from.BeginTransaction(IsolationLevel.Serializable, deferred: true);
        var counts = SqliteFile.Counts(from);
        using var to = SqliteFile.Open(target, SqliteOpenMode.ReadWriteCreate);
        from.BackupDatabase(to);
        return counts;
    }

    // Rewrites every table and index: no free pages, and nothing in them of what people had deleted.
    private static void Compact(string snapshot, string target)
    {
        using var from = SqliteFile.Open(snapshot);
        using var command = from.CreateCommand();
        command.CommandText = "VACUUM INTO $target";
        command.Parameters.AddWithValue("$target", target);
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }

    private static string? Difference(SortedDictionary<string, long> wanted, string target)
    {
        using var copy = SqliteFile.Open(target);
        var made = SqliteFile.Counts(copy);
        var wrong = wanted.Where(w => made.GetValueOrDefault(w.Key, -1) != w.Value).Select(w => $"{w.Key} has {made.GetValueOrDefault(w.Key)} rows instead of {w.Value}").ToList();
        return wrong.Count == 0 ? null : string.Join("; ", wrong);
    }
}
