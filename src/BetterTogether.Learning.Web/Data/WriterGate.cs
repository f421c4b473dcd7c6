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
    private readonly LinkedList<TaskCompletionSource> queue = new();
    private int free = places;

    public static WriterGate For(DatabaseProvider provider) => provider == DatabaseProvider.Postgres ? new(OnPostgres) : new();

    public int Places { get; } = places;

    /// <summary>How many stand in the queue.</summary>
    public int Waiting
    {
        get
        {
            lock (guard) { return queue.Count; }
        }
    }

    /// <summary>Waits for the turn; disposing it lets the next one in.</summary>
    public async Task<Turn> EnterAsync(CancellationToken cancel)
    {
        var place = Queue();
        if (place is null) { return new Turn(this); }
        await using (cancel.Register(() => GiveUp(place, cancel)))
        {
            await place.Value.Task;
        }
        return new Turn(this);
    }

    private LinkedListNode<TaskCompletionSource>? Queue()
    {
        lock (guard)
        {
            if (free > 0)
            {
                free--;
                return null;
            }
            return queue.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }
    }

    private void GiveUp(LinkedListNode<TaskCompletionSource> place, CancellationToken cancel)
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
        TaskCompletionSource? next;
        lock (guard)
        {
            next = queue.First?.Value;
            if (next is null) { free++; }
            else { queue.RemoveFirst(); }
        }
        next?.SetResult();
    }

    /// <summary>The right to write; dispose it once.</summary>
    public sealed class Turn(WriterGate gate) : IDisposable
    {
        public void Dispose() => gate.Leave();
    }
}
