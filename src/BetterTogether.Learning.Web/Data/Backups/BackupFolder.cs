using System.Globalization;

namespace BetterTogether.Learning.Web.Data.Backups;

/// <summary>The backups on the disk; a backup's name is the only place where its time is written down.</summary>
public sealed class BackupFolder(DataFolder data)
{
    private const string Prefix = "learning-";
    private const string Suffix = ".db";

    /// <summary>Sorts by time as text, in any file manager.</summary>
    private const string Stamp = "yyyyMMdd'T'HHmmss'Z'";

    public string Path { get; } = System.IO.Path.Combine(data.Path, "backups");

    /// <summary>What a name ends with until the copy is checked.</summary>
    public const string Unfinished = ".part";

    public string FileFor(DateTime atUtc) => System.IO.Path.Combine(Path, Prefix + Stamped(atUtc) + Suffix);

    public static string Stamped(DateTime atUtc) => atUtc.ToString(Stamp, CultureInfo.InvariantCulture);

    /// <returns>Null for anything that is not a finished backup.</returns>
    public static DateTime? TimeOf(string file)
    {
        var name = System.IO.Path.GetFileName(file);
        return name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Suffix, StringComparison.Ordinal)
            && DateTime.TryParseExact(name[Prefix.Length..^Suffix.Length], Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;
    }

    /// <summary>Finished backups, the newest first.</summary>
    public IReadOnlyList<string> Files() => !Directory.Exists(Path) ? [] : [.. Directory.EnumerateFiles(Path).Where(f => TimeOf(f) is not null).OrderByDescending(TimeOf)];

    /// <summary>A name from the future, left by a clock that was wrong, must not hold up the nights until then.</summary>
    public DateTime? NewestUtc(DateTime nowUtc) => Files().Select(TimeOf).FirstOrDefault(at => at <= nowUtc);

    /// <summary>One backup at a time, whichever process makes it. The system lets go of the lock when a process dies.</summary>
    /// <returns>Null while another one runs.</returns>
    public FileStream? TryLock()
    {
        DataFolder.Make(Path);
        return FileLock.TryTake(System.IO.Path.Combine(Path, "backup.lock"));
    }

    /// <summary>What a backup left behind that was killed. Only under the lock.</summary>
    public void Sweep()
    {
        // Not by a search pattern: ".db.*" finds ".db" too.
        foreach (var left in Directory.GetFiles(Path).Where(f => System.IO.Path.GetFileName(f) is var name && name.StartsWith(Prefix, StringComparison.Ordinal) && name.Contains(Suffix + Unfinished, StringComparison.Ordinal))) { File.Delete(left); }
    }

    /// <summary>Deletes what is older than the one just made and more than stay with it. A name from the future must not push that one out.</summary>
    public void Prune(int keep, DateTime madeUtc)
    {
        foreach (var old in Files().SkipWhile(f => TimeOf(f) > madeUtc).Skip(keep)) { File.Delete(old); }
    }
}
