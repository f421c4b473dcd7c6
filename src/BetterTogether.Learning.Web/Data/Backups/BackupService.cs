using BetterTogether.Learning.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Data.Backups;

public sealed record Backup(string File, int Tables, long Rows);

/// <summary>Makes a backup: copied while people book, checked, and only then given its name. Threading: any; a second one at the same time is refused.</summary>
public sealed class BackupService(IDbContextFactory<LearningDb> contexts, BackupFolder folder, IOptions<BackupOptions> options)
{
    /// <exception cref="IOException">The disk is full or the folder cannot be written; the database is as it was.</exception>
    public Result<Backup> Make(DateTime nowUtc)
    {
        using var db = contexts.CreateDbContext();
        if (!db.Database.IsSqlite()) { return new OnlyForSqlite(); }
        var source = db.Database.GetDbConnection().DataSource;
        if (!File.Exists(source)) { return new NoSuchFile(source); }
        using var alone = folder.TryLock();
        if (alone is null) { return new BackupRunning(); }
        folder.Sweep();

        var file = folder.FileFor(nowUtc);
        var part = file + BackupFolder.Unfinished;
        try
        {
            var (counts, damage) = SqliteCopy.Make(source, part);
            if (damage is not null) { return new Damaged(source, damage); }
            if (!SchemaVersion.IsOurs(part)) { return new NotOurs(source); }
            File.Move(part, file, overwrite: true);
            if (options.Value.Keep > 0) { folder.Prune(options.Value.Keep, nowUtc); }
            return new Backup(file, counts.Count, counts.Values.Sum());
        }
        finally
        {
            SqliteFile.Delete(part);
        }
    }
}
