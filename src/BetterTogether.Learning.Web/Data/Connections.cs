using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace BetterTogether.Learning.Web.Data;

/// <summary>Which database, and connections to it. Pages and services take a context; a plain connection is for what must answer before Entity Framework has warmed up, a second after the start.</summary>
public sealed class Connections(IConfiguration configuration, IOptions<DatabaseOptions> database, DataFolder folder)
{
    public DatabaseProvider Provider => database.Value.Provider;

    /// <exception cref="InvalidOperationException">It is not set, or not one for this database.</exception>
    public string Text { get; } = Read(database.Value.Provider, configuration.GetConnectionString("Learning"), folder);

    public async Task<DbConnection> OpenAsync(CancellationToken cancel)
    {
        DbConnection connection = Provider == DatabaseProvider.Postgres ? new NpgsqlConnection(Text) : new SqliteConnection(Text);
        try
        {
            await connection.OpenAsync(cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs one statement without parameters. Its answer is the first column of the first row, if any.</summary>
    public async Task<object?> RunAsync(string sql, CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancel);
    }

    /// <summary>The answer of a query for one yes or no.</summary>
    public async Task<bool> IsTrueAsync(string sql, CancellationToken cancel) => Convert.ToBoolean(await RunAsync(sql, cancel), CultureInfo.InvariantCulture);

    private static string Read(DatabaseProvider provider, string? given, DataFolder folder)
    {
        try
        {
            // Foreign keys are on in the SQLite that comes with us.
            return provider == DatabaseProvider.Postgres ? Postgres(given) : (given is null ? new() { DataSource = folder.Database } : new SqliteConnectionStringBuilder(given)).ToString();
        }
        catch (ArgumentException e)
        {
            throw new InvalidOperationException($"ConnectionStrings__Learning cannot be read: {e.Message} It is for {provider}, as Database__Provider says", e);
        }
    }

    private static string Postgres(string? given)
    {
        var connection = new NpgsqlConnectionStringBuilder(given ?? throw new InvalidOperationException("Set ConnectionStrings__Learning to the PostgreSQL database to use"));
        // A server allows 100 connections by default, and a second node and the backup need some too.
        if (!connection.ContainsKey("Maximum Pool Size")) { connection.MaxPoolSize = 40; }
        return connection.ToString();
    }
}
