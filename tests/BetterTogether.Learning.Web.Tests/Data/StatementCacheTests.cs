using System.Data.Common;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace BetterTogether.Learning.Web.Tests.Data;

public sealed class StatementCacheTests : IAsyncLifetime
{
    private readonly StatementCache cache = new();
    private readonly Seen seen = new();
    private TestDatabase database = null!;
    private PooledDbContextFactory<LearningDb> contexts = null!;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.MigratedAsync(DatabaseProvider.Sqlite);
        var options = new DbContextOptionsBuilder<LearningDb>().UseSqlite(database.ConnectionString);
        options.KeepStatements(cache).AddInterceptors(seen);
        contexts = new(options.Options, poolSize: 1);
        await using var db = contexts.CreateDbContext();
        db.AddRange(A.Person("ann@demo.example"), A.Person("ben@demo.example"));
        await db.SaveChangesAsync();
        seen.Commands.Clear();
    }

    public async Task DisposeAsync()
    {
        cache.Dispose();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task One_question_is_parsed_once_and_answered_each_time_for_what_it_asks()
    {
        Assert.Equal("ann@demo.example", await FindAsync("ann@demo.example"));
        Assert.Equal("ben@demo.example", await FindAsync("ben@demo.example"));
        Assert.Null(await FindAsync("nobody@demo.example"));

        Assert.Equal(3, seen.Commands.Count);
        Assert.Single(seen.Commands.Distinct());
    }

    [Fact]
    public async Task A_question_within_the_same_question_has_a_statement_of_its_own()
    {
        await using var db = contexts.CreateDbContext();
        var pairs = new List<string>();
        await foreach (var outer in db.People.OrderBy(p => p.Email).Select(p => p.Email).AsAsyncEnumerable())
        {
            await foreach (var inner in db.People.OrderBy(p => p.Email).Select(p => p.Email).AsAsyncEnumerable()) { pairs.Add($"{outer[0]}{inner[0]}"); }
        }

        Assert.Equal(["aa", "ab", "ba", "bb"], pairs);
        Assert.Equal(2, seen.Commands.Distinct().Count());
    }

    [Fact]
    public async Task A_statement_that_failed_does_its_work_the_next_time()
    {
        for (var i = 0; i < 2; i++)
        {
            await Assert.ThrowsAsync<DbUpdateException>(() => AddAsync("ann@demo.example"));
            await AddAsync($"new{i}@demo.example");
        }
        Assert.Equal("new1@demo.example", await FindAsync("new1@demo.example"));
    }

    [Fact]
    public async Task A_reader_given_up_half_way_holds_up_no_writer_and_no_change_of_the_tables()
    {
        await using (var db = contexts.CreateDbContext())
        {
            await foreach (var _ in db.People.AsAsyncEnumerable()) { break; }
        }
        await OnAnotherConnectionAsync("ALTER TABLE people ADD COLUMN \"More\" TEXT; DELETE FROM people WHERE \"Email\" = 'ben@demo.example'; PRAGMA wal_checkpoint(TRUNCATE)");

        await using var after = contexts.CreateDbContext();
        Assert.Equal("ann@demo.example", Assert.Single(await after.People.ToListAsync()).Email);
    }

    [Fact]
    public async Task A_decision_that_is_rolled_back_leaves_nothing_behind_and_no_lock()
    {
        await using (var db = contexts.CreateDbContext())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Add(A.Person("cid@demo.example"));
            await db.SaveChangesAsync();
        }
        await OnAnotherConnectionAsync("DELETE FROM people WHERE \"Email\" = 'ben@demo.example'");

        Assert.Null(await FindAsync("cid@demo.example"));
        Assert.Null(await FindAsync("ben@demo.example"));
    }

    [Fact]
    public async Task What_was_kept_open_is_closed_with_the_product()
    {
        await FindAsync("ann@demo.example");
        var connection = seen.Commands[0].Connection!;
        Assert.Equal(System.Data.ConnectionState.Open, connection.State);

        cache.Dispose();
        Assert.Equal(System.Data.ConnectionState.Closed, connection.State);
    }

    private async Task<string?> FindAsync(string email)
    {
        await using var db = contexts.CreateDbContext();
        return await db.People.Where(p => p.Email == email).Select(p => p.Email).SingleOrDefaultAsync();
    }

    private async Task AddAsync(string email)
    {
        await using var db = contexts.CreateDbContext();
        db.Add(A.Person(email));
        await db.SaveChangesAsync();
    }

    private async Task OnAnotherConnectionAsync(string sql)
    {
        await using var connection = new SqliteConnection($"{database.ConnectionString};Default Timeout=1");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the tests' own words
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private sealed class Seen : DbCommandInterceptor
    {
        public List<DbCommand> Commands { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Commands.Add(command);
            return new(result);
        }
    }
}
