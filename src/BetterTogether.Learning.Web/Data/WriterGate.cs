namespace BetterTogether.Learning.Web.Data;

/// <summary>
/// One writer at a time in this process, first come, first served. SQLite has one writer anyway; without the gate its driver
/// polls for the lock every 150 ms, slower and in no order.
/// Threading: any thread may enter; the queue is guarded by its own lock.
/// </summary>
public sealed class WriterGate
{
    private readonly Lock guard = new();
    private readonly LinkedList<TaskCompletionSource> queue = new();
    private bool taken;

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
            if (!taken)
            {
                taken = true;
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
            if (next is null) { taken = false; }
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
