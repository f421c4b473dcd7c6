using BetterTogether.Learning.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace BetterTogether.Learning.Web.Data;

/// <summary>
/// One transaction for the decisions of those who stand in the queue together: the disk is flushed once for all of them. What one of them
/// cannot save is undone alone; nobody has an answer before all is committed. Threading: whoever has the turn.
/// </summary>
public sealed class SharedCommit : IAsyncDisposable
{
    private const string Point = "decision";

    private readonly LearningDb db;
    private readonly IDbContextTransaction transaction;
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Action> onceCommitted = [];

    private SharedCommit(LearningDb db, IDbContextTransaction transaction) => (this.db, this.transaction) = (db, transaction);

    /// <summary>How many decisions are in it.</summary>
    public int Decisions { get; private set; }

    /// <summary>Ends when all is committed, or fails as the commit did.</summary>
    public Task Done => done.Task;

    public static async Task<SharedCommit> BeginAsync(LearningDb db, CancellationToken cancel)
    {
        // A save that fails fails its decision, and that has a point of its own to go back to.
        db.Database.AutoSavepointsEnabled = false;
        try
        {
            return new(db, await db.Database.BeginTransactionAsync(cancel));
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    /// <summary>Decides and saves. After a refusal nothing of it stays; after an exception call <see cref="TryUndoAsync"/>.</summary>
    public async Task<Result<T>> AddAsync<T>(Func<LearningDb, Task<Result<T>>> decide, CancellationToken cancel)
    {
        if (Decisions > 0)
        {
            Forget();
            await transaction.CreateSavepointAsync(Point, CancellationToken.None);
        }
        var decided = await decide(db);
        if (decided.Refusal is not null)
        {
            if (Decisions > 0) { await GoBackAsync(); }
            return decided;
        }
        await db.SaveChangesAsync(cancel);
        if (Decisions > 0) { await transaction.ReleaseSavepointAsync(Point, CancellationToken.None); }
        onceCommitted.AddRange(db.OnceCommitted);
        Decisions++;
        return decided;
    }

    /// <summary>Takes back what failed, so that the others' decisions stand.</summary>
    /// <returns>False where nothing is left to stand.</returns>
    public async Task<bool> TryUndoAsync()
    {
        if (Decisions == 0) { return false; }
        try
        {
            await GoBackAsync();
            return true;
        }
        catch (Exception e)
        {
            done.SetException(new CommitLostException(e));
            return false;
        }
    }

    /// <summary>Everybody who waits for it hears what became of it.</summary>
    public async Task CommitAsync()
    {
        try
        {
            // Past this point the callers must hear the truth: nobody may cancel a commit half-way.
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (Exception e)
        {
            done.SetException(e);
            throw;
        }
        try
        {
            foreach (var act in onceCommitted) { act(); }
        }
        finally
        {
            done.SetResult();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Forget();
        await transaction.DisposeAsync();
        await db.DisposeAsync();
    }

    private async Task GoBackAsync()
    {
        await transaction.RollbackToSavepointAsync(Point, CancellationToken.None);
        await transaction.ReleaseSavepointAsync(Point, CancellationToken.None);
    }

    private void Forget()
    {
        db.ChangeTracker.Clear();
        db.OnceCommitted.Clear();
    }
}

/// <summary>The transaction ended before its commit, by the fault of another decision in it: this one may be made again.</summary>
public sealed class CommitLostException(Exception why) : Exception("The transaction was lost before it was committed", why);
