using BetterTogether.Learning.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BetterTogether.Learning.Web.Tests.Hosting;

/// <summary>An empty database of its own, and a folder; both gone when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly int Patience = (int)Eventually.Patience.TotalSeconds;

    private readonly string? server;
    private readonly string name = $"bt_{Guid.NewGuid():n}";

    private TestDatabase(DatabaseProvider provider)
    {
        Provider = provider;
        Folder = Directory.CreateTempSubdirectory("bt-test-").FullName;
        if (provider == DatabaseProvider.Sqlite)
        {
            ConnectionString = new SqliteConnectionStringBuilder { DataSource = File }.ToString(); // as the product has it: one pool
            return;
        }
        server = Environment.GetEnvironmentVariable("Tests__Postgres") is { Length: > 0 } given ? given
            : throw new InvalidOperationException("This test needs PostgreSQL: run tests/run, or set Tests__Postgres to the connection string of a server where databases may be created.");
        ConnectionString = new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 40, IncludeErrorDetail = true, Timeout = Patience, CommandTimeout = Patience }.ToString();
    }

    public DatabaseProvider Provider { get; }
    public string Folder { get; }
    public string ConnectionString { get; }
    private string File => Path.Combine(Folder, "learning.db");

    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider)
    {
        var database = new TestDatabase(provider);
        if (provider == DatabaseProvider.Postgres) { await database.OnServerAsync($"CREATE DATABASE {database.name}"); }
        return database;
    }

    /// <summary>One with the product's tables.</summary>
    public static async Task<TestDatabase> MigratedAsync(DatabaseProvider provider)
    {
        var (database, template) = (new TestDatabase(provider), await TemplateDatabase.OfAsync(provider));
        if (provider == DatabaseProvider.Postgres) { await database.OnServerAsync($"CREATE DATABASE {database.name} TEMPLATE {template.name}"); }
        else { System.IO.File.Copy(template.File, database.File); }
        return database;
    }

    public LearningDb CreateDbContext() => new(Options);

    public IDbContextFactory<LearningDb> Contexts => new Factory(this);

    public DbContextOptions<LearningDb> Options => Provider == DatabaseProvider.Sqlite
        ? new DbContextOptionsBuilder<LearningDb>().UseSqlite(ConnectionString).Options
        : new DbContextOptionsBuilder<LearningDb>().UseNpgsql(ConnectionString).Options;

    /// <summary>Ends the connections to this database alone: to clear every pool would pull other tests' files from under them.</summary>
    public void Close()
    {
        if (Provider == DatabaseProvider.Sqlite)
        {
            using var file = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(file);
            return;
        }
        using var connection = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    public async ValueTask DisposeAsync()
    {
        Close();
        if (Provider == DatabaseProvider.Postgres) { await OnServerAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)"); }
        if (Directory.Exists(Folder)) { Directory.Delete(Folder, recursive: true); } // a test may hold what its app owns
    }

    private async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Timeout = Patience, CommandTimeout = Patience }.ToString());
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
