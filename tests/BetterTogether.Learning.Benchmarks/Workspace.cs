using Microsoft.Data.Sqlite;

namespace BetterTogether.Learning.Benchmarks;

/// <summary>A temporary folder, gone with the run.</summary>
public sealed class Workspace : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("bt-bench-");

    public string Of(string name) => Path.Combine(root.FullName, name);

    /// <summary>A copy of a product's database, taken while it runs.</summary>
    public string CopyOf(string product, string name)
    {
        var to = Of($"{name}.db");
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Of(product), "learning.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $to";
        command.Parameters.AddWithValue("$to", to);
        command.ExecuteNonQuery();
        // The same journal as the product's: it is a property of the file.
        using var copy = new SqliteConnection($"Data Source={to}");
        copy.Open();
        using var wal = copy.CreateCommand();
        wal.CommandText = "PRAGMA journal_mode=WAL";
        wal.ExecuteNonQuery();
        return to;
    }

    public void Dispose() => root.Delete(recursive: true);
}
