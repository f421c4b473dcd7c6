using BetterTogether.Learning.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Data.Backups;

/// <summary>Which version of the product wrote a database file, by the migrations it went through.</summary>
internal static class SchemaVersion
{
    /// <summary>The refusal of a file that this version cannot take; an older one is brought up to date at start.</summary>
    public static Refusal? Trouble(string path, string name, LearningDb db)
    {
        var applied = Applied(path);
        return applied.Count == 0 ? new NotOurs(name)
            : applied.Except(db.Database.GetMigrations()).Any() ? new FromNewerVersion(name)
            : null;
    }

    public static bool IsOlder(string path, LearningDb db) => db.Database.GetMigrations().Except(Applied(path)).Any();

    private static List<string> Applied(string path)
    {
        using var file = SqliteFile.Open(path);
        return SqliteFile.Texts(file, "SELECT name FROM sqlite_master WHERE name = '__EFMigrationsHistory'").Count == 0 ? [] : SqliteFile.Texts(file, "SELECT MigrationId FROM \"__EFMigrationsHistory\"");
    }
}
