using BetterTogether.Learning.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace BetterTogether.Learning.Web.Data;

/// <summary>
/// The one door for writes: lock, load, decide, save. A closure gets a fresh context and the time, taken under the lock;
/// it touches nothing else, because after a serialisation clash it runs again. A refusal saves nothing.
/// </summary>
public sealed class UnitOfWork(DbContextOptions<LearningDb> options, IDbContextFactory<LearningDb> readers, WriterGate gate, RowLocks locks, TimeProvider clock)
{
    private const int MostTries = 4;

    // More gain little, and the first would wait for the last.
    private const int MostTogether = 32;

    // Writers' own: on SQLite, where one writes at a time, it is the same each time, and what it has read and parsed stays true from one decision to the next.
    private readonly PooledDbContextFactory<LearningDb> writers = new(options, gate.Places);

    /// <summary>A decision that concerns no session.</summary>
    public Task<Result<T>> DecideAsync<T>(Func<LearningDb, DateTime, Task<Result<T>>> decide, CancellationToken cancel) => DecideAsync([], decide, cancel);

    public Task<Result<T>> DecideAsync<T>(Guid sessionId, Func<LearningDb, DateTime, Task<Result<T>>> decide, CancellationToken cancel) => DecideAsync([sessionId], decide, cancel);

    /// <param name="sessionIds">The sessions whose places the decision may touch: locked first, in the order of their ids.</param>
    public async Task<Result<T>> DecideAsync<T>(IReadOnlyCollection<Guid> sessionIds, Func<LearningDb, DateTime, Task<Result<T>>> decide, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await DecideOnceAsync(sessionIds, decide, cancel);
            }
            catch (Exception clash) when (attempt < MostTries && IsClash(clash))
            {
                // Decided on what another writer changed meanwhile: decide again on what is true now.
            }
        }
    }

    /// <summary>A context of one's own to read what a decision needs to know before it can be made: which lock to take.</summary>
    public Task<LearningDb> ReadAsync(CancellationToken cancel) => readers.CreateDbContextAsync(cancel);

    private async Task<Result<T>> DecideOnceAsync<T>(IReadOnlyCollection<Guid> sessionIds, Func<LearningDb, DateTime, Task<Result<T>>> decide, CancellationToken cancel)
    {
        // PostgreSQL flushes once for many by itself.
        using var turn = await gate.EnterAsync(cancel, joins: gate.Places == 1);
        var commit = turn.Handed ?? await SharedCommit.BeginAsync(await writers.CreateDbContextAsync(cancel), cancel);
        Result<T> decided;
        try
        {
            decided = await commit.AddAsync(async db =>
            {
                if (db.Database.IsNpgsql()) { await locks.TakeAsync(db, sessionIds, cancel); }
                return await decide(db, clock.GetUtcNow().UtcDateTime);
            }, cancel);
        }
        catch
        {
            if (await commit.TryUndoAsync()) { await EndAsync(turn, commit, isOurs: false); }
            else { await commit.DisposeAsync(); }
            throw;
        }
        await EndAsync(turn, commit, isOurs: true);
        return decided;
    }

    // Whoever stands next adds to it; the last one commits for all.
    private static async Task EndAsync(WriterGate.Turn turn, SharedCommit commit, bool isOurs)
    {
        if (commit.Decisions is > 0 and < MostTogether && turn.TryPass(commit))
        {
            if (isOurs) { await commit.Done; }
            return;
        }
        await using (commit)
        {
            if (commit.Decisions > 0) { await commit.CommitAsync(); }
        }
    }

    // 40001 serialisation failure, 40P01 deadlock, 23505 a unique index that two first-comers met at.
    // A deadlock met while saving lies two deep: EF wraps what it takes for transient once more.
    // A row that another writer took away meanwhile is no row to change: EF counts none.
    private static bool IsClash(Exception e) =>
        e is CommitLostException or DbUpdateConcurrencyException or PostgresException { SqlState: "40001" or "40P01" or "23505" } || (e.InnerException is { } inner && IsClash(inner));
}
