namespace BetterTogether.Learning.Web.Data;

/// <summary>
/// Lets writers of this process in, first come, first served. SQLite has one writer anyway; without the gate its driver
/// polls for the lock every 150 ms, slower and in no order. On PostgreSQL whoever waits for a row would hold a connection
/// meanwhile: a rush of two hundred would take them all, and nobody could read a page.
/// Threading: any thread may enter; the queue is guarded by its own lock.
/// </summary>
/// <param name="places">How many may be in at once.</param>
public sealed class WriterGate(int places = 1)
{
    private const int OnPostgres = 20;

    private readonly Lock guard = new();
    private readonly LinkedList<Waiter> queue = new();
    private int free = places;
    private long came;

    public static WriterGate For(DatabaseProvider provider) => provider == DatabaseProvider.Postgres ? new(OnPostgres) : new();

    public int Places { get; } = places;

    /// <summary>How many have come since the start, those who wait among them.</summary>
    public long Came
    {
        get
        {
            lock (guard) { return came; }
        }
    }

    /// <summary>Waits for the turn; disposing it lets the next one in.</summary>
    /// <param name="joins">May be handed what the one before has not committed yet, and then sees to it.</param>
    public async Task<Turn> EnterAsync(CancellationToken cancel, bool joins = false)
    {
        var place = Queue(joins);
        if (place is null) { return new Turn(this, null); }
        await using (cancel.Register(() => GiveUp(place, cancel)))
        {
            return new Turn(this, await place.Value.Task);
        }
    }

    private LinkedListNode<Waiter>? Queue(bool joins)
    {
        lock (guard)
        {
            came++;
            if (free > 0)
            {
                free--;
                return null;
            }
            return queue.AddLast(new Waiter(joins));
        }
    }

    private void GiveUp(LinkedListNode<Waiter> place, CancellationToken cancel)
    {
        lock (guard)
        {
            if (place.List is null) { return; }
            queue.Remove(place);
        }
        place.Value.TrySetCanceled(cancel);
    }

    private void Leave()
    {
        Waiter? next;
        lock (guard)
        {
            next = queue.First?.Value;
            if (next is null) { free++; }
            else { queue.RemoveFirst(); }
        }
        next?.SetResult(null);
    }

    private bool TryPass(SharedCommit commit)
    {
        Waiter next;
        lock (guard)
        {
            if (queue.First is not { Value.Joins: true } first) { return false; }
            queue.RemoveFirst();
            next = first.Value;
        }
        next.SetResult(commit);
        return true;
    }

    private sealed class Waiter(bool joins) : TaskCompletionSource<SharedCommit?>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public bool Joins => joins;
    }

    /// <summary>The right to write; dispose it once.</summary>
    public sealed class Turn(WriterGate gate, SharedCommit? handed) : IDisposable
    {
        private bool isPassed;

        /// <summary>What the one before decided and has not committed; null: nothing.</summary>
        public SharedCommit? Handed => handed;

        /// <summary>Lets the next one in with what is not committed yet.</summary>
        /// <returns>False where nobody is next, or somebody who does not join in: then it is still ours to commit.</returns>
        public bool TryPass(SharedCommit commit) => isPassed = gate.TryPass(commit);

        public void Dispose()
        {
            if (!isPassed) { gate.Leave(); }
        }
    }
}
