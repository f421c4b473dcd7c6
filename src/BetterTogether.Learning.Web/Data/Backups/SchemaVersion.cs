using BetterTogether.Learning.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Data.Backups;

/// <summary>Which version of the product wrote a database file, by the migrations it went through.</summary>
internal static class SchemaVersion
{
    /// <summary>The refusal of a file that this version cannot take; an older one is brought up to date at start.</summary>
    public static Refusal? Trouble(string path, string name, LearningDb db) =>
        !IsOurs(path) ? new NotOurs(name)
            : Applied(path).Except(db.Database.GetMigrations()).Any() ? new FromNewerVersion(name)
            : !IsOlder(path, db) && Missing(path, db) is { } table ? new Damaged(name, $"it has no table {table}")
            : null;

    /// <summary>A list of migrations alone is no product: people are in it from the first one on.</summary>
    public static bool IsOurs(string path) => Applied(path).Count > 0 && Tables(path).Contains("people");

    public static bool IsOlder(string path, LearningDb db) => db.Database.GetMigrations().Except(Applied(path)).Any();

    // A start would take its list of migrations at its word, and make nothing.
    private static string? Missing(string path, LearningDb db) => TableOrder.Of(db).Select(t => t.Name).Except(Tables(path)).FirstOrDefault();

    private static List<string> Applied(string path)
    {
        if (!Tables(path).Contains("__EFMigrationsHistory")) { return []; }
        using var file = SqliteFile.Open(path);
        return SqliteFile.Texts(file, "SELECT MigrationId FROM \"__EFMigrationsHistory\"");
    }

    private static List<string> Tables(string path)
    {
        using var file = SqliteFile.Open(path);
        return SqliteFile.Texts(file, "SELECT name FROM sqlite_master WHERE type = 'table'");
    }
}
