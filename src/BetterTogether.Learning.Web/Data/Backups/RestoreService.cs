using BetterTogether.Learning.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Data.Backups;

/// <param name="Aside">Where what was there before is kept; null when nothing was.</param>
public sealed record Restored(string File, string? Aside);

/// <summary>Puts a backup in the database's place while the product does not run. Until the last step, a rename, everything is as it was.</summary>
public sealed class RestoreService(IDbContextFactory<LearningDb> contexts, DataFolder folder)
{
    public Result<Restored> Restore(string file, DateTime nowUtc)
    {
        using var db = contexts.CreateDbContext();
        if (!db.Database.IsSqlite()) { return new OnlyForSqlite(); }
        if (!File.Exists(file)) { return new NoSuchFile(file); }
        using var alone = folder.TryLock();
        if (alone is null) { return new ProductRunning(folder.Path); }

        var database = db.Database.GetDbConnection().DataSource;
        var incoming = database + ".restoring";
        try
        {
            SqliteFile.Delete(incoming);
            // With its log, where it has one: what an earlier restore kept aside may.
            foreach (var part in SqliteFile.WithCompanions(file).Where(File.Exists)) { File.Copy(part, incoming + part[file.Length..]); }
            // The copy is checked, not the backup: it is what will be used.
            if (SqliteFile.Damage(incoming) is { } damage) { return new Damaged(file, damage); }
            if (SchemaVersion.Trouble(incoming, file, db) is { } no) { return no; }
            SqliteFile.Settle(incoming);
            SqliteFile.Flush(incoming);

            var aside = File.Exists(database) ? KeepAside(database, nowUtc) : null;
            File.Move(incoming, database, overwrite: true);
            return new Restored(database, aside);
        }
        finally
        {
            SqliteFile.Delete(incoming);
        }
    }

    // Copied, not moved: at no moment is there no database, which a start would take for a new council's.
    private static string KeepAside(string database, DateTime nowUtc)
    {
        var aside = $"{database}.before-restore-{BackupFolder.Stamped(nowUtc)}";
        // What stands in its log goes into it first: should the rename fail, it is whole by itself.
        SqliteFile.Fold(database);
        try
        {
            foreach (var part in SqliteFile.WithCompanions(database).Where(File.Exists))
            {
                var kept = aside + part[database.Length..];
                File.Copy(part, kept);
                SqliteFile.Flush(kept);
            }
        }
        catch
        {
            // Half a file under that name would be taken for what was there.
            SqliteFile.Delete(aside);
            throw;
        }
        // The log of the old database must not be there when the new one comes: SQLite would play it into it.
        foreach (var companion in SqliteFile.WithCompanions(database).Skip(1)) { File.Delete(companion); }
        return aside;
    }
}
