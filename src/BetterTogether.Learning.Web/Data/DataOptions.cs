namespace BetterTogether.Learning.Web.Data;

public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}

/// <summary>Settings <c>Database__*</c>.</summary>
public sealed class DatabaseOptions
{
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;
}

/// <summary>Settings <c>Data__*</c>.</summary>
public sealed class DataOptions
{
    /// <summary>Holds <c>learning.db</c>, <c>mail/</c> and <c>backups/</c>; relative to the content root.</summary>
    public string Folder { get; set; } = "data";

    /// <summary>On SQLite: with less room than this on its disk the product says that it is unwell.</summary>
    public int LeastFreeMegabytes { get; set; } = 100;
}
