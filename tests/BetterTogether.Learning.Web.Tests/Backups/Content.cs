using System.Globalization;
using Microsoft.Data.Sqlite;

namespace BetterTogether.Learning.Web.Tests.Backups;

/// <summary>Every row of every table of a SQLite file, as text: two files hold the same exactly when this is the same.</summary>
internal static class Content
{
    public static string Of(string file)
    {
        using var connection = Open(file);
        using var moment = connection.BeginTransaction(deferred: true);
        return string.Join('\n', Tables(connection).SelectMany(table => Rows(connection, $"SELECT * FROM \"{table}\"").Order(StringComparer.Ordinal).Select(row => $"{table}: {row}")));
    }

    public static Dictionary<string, int> Counts(string file)
    {
        using var connection = Open(file);
        return Tables(connection).ToDictionary(table => table, table => int.Parse(Rows(connection, $"SELECT COUNT(*) FROM \"{table}\"")[0], CultureInfo.InvariantCulture));
    }

    /// <summary>Changes a file as the product never would.</summary>
    public static void Run(string file, string sql)
    {
        using var connection = Open(file, SqliteOpenMode.ReadWriteCreate);
        Rows(connection, sql);
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode = SqliteOpenMode.ReadWrite)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static List<string> Tables(SqliteConnection connection) => [.. Rows(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").Where(t => !t.StartsWith("sqlite_", StringComparison.Ordinal))];

    private static List<string> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the tests' own words
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) { rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i))))); }
        return rows;
    }

    private static string Text(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
