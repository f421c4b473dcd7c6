using BetterTogether.Learning.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BetterTogether.Learning.Web.Tests.Hosting;

/// <summary>An empty database of its own, and a folder; both gone when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string? server;
    private readonly string name = $"bt_{Guid.NewGuid():n}";

    private TestDatabase(DatabaseProvider provider)
    {
        Provider = provider;
        Folder = Directory.CreateTempSubdirectory("bt-test-").FullName;
        if (provider == DatabaseProvider.Sqlite)
        {
            ConnectionString = new SqliteConnectionStringBuilder { DataSource = Path.Combine(Folder, "learning.db"), ForeignKeys = true }.ToString();
            return;
        }
        server = Environment.GetEnvironmentVariable("Tests__Postgres") is { Length: > 0 } given ? given
            : throw new InvalidOperationException("This test needs PostgreSQL: run tests/run, or set Tests__Postgres to the connection string of a server where databases may be created.");
        ConnectionString = new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 40, IncludeErrorDetail = true }.ToString();
    }

    public DatabaseProvider Provider { get; }
    public string Folder { get; }
    public string ConnectionString { get; }

    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider)
    {
        var database = new TestDatabase(provider);
        if (provider == DatabaseProvider.Postgres) { await database.OnServerAsync($"CREATE DATABASE {database.name}"); }
        return database;
    }

    /// <summary>One with the product's tables.</summary>
    public static async Task<TestDatabase> MigratedAsync(DatabaseProvider provider)
    {
        var database = await CreateAsync(provider);
        await using var db = database.CreateDbContext();
        await db.Database.MigrateAsync();
        return database;
    }

    public LearningDb CreateDbContext() => new(Options.Options);

    public IDbContextFactory<LearningDb> Contexts => new Factory(this);

    private DbContextOptionsBuilder<LearningDb> Options => Provider == DatabaseProvider.Sqlite
        ? new DbContextOptionsBuilder<LearningDb>().UseSqlite(ConnectionString)
        : new DbContextOptionsBuilder<LearningDb>().UseNpgsql(ConnectionString);

    /// <summary>Lets go of this database's files alone: to clear every pool would pull other tests' files from under them.</summary>
    public void CloseFiles()
    {
        using var mine = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(mine);
    }

    public async ValueTask DisposeAsync()
    {
        if (Provider == DatabaseProvider.Postgres)
        {
            await using (var mine = new NpgsqlConnection(ConnectionString)) { NpgsqlConnection.ClearPool(mine); }
            await OnServerAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }
        else
        {
            CloseFiles();
        }
        if (Directory.Exists(Folder)) { Directory.Delete(Folder, recursive: true); } // a test may hold what its app owns
    }

    private async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
#pragma warning disable CA2100 // the name is our own, made above
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private sealed class Factory(TestDatabase database) : IDbContextFactory<LearningDb>
    {
        public LearningDb CreateDbContext() => database.CreateDbContext();
    }
}
