namespace BetterTogether.Learning.Web.Data;

/// <summary>
/// Does together what many ask at the same time: whoever finds nobody at work does all that came meanwhile in one go, and each gets its own answer.
/// Alone, one waits for nobody. What cannot be done together is done one by one, so that one does not suffer for another.
/// Threading: any thread may ask; one batch at a time is under way.
/// </summary>
/// <param name="together">One answer for each, in their order. After it has thrown it is asked again for each alone.</param>
/// <param name="most">The largest batch.</param>
public sealed class Gathering<T, TAnswer>(Func<IReadOnlyList<T>, Task<IReadOnlyList<TAnswer>>> together, int most = 100)
{
    private readonly Lock guard = new();
    private List<Asked> waiting = [];
    private bool isBusy;

    public Task<TAnswer> AskAsync(T what)
    {
        var asked = new Asked(what);
        lock (guard)
        {
            waiting.Add(asked);
            if (isBusy) { return asked.Answer.Task; }
            isBusy = true;
        }
        Begin();
        return asked.Answer.Task;
    }

    // Behind all that is at work already: who is about to ask gets the chance to, so that under load a batch is many.
    private void Begin() => _ = Task.Factory.StartNew(DoWaitingAsync, CancellationToken.None, TaskCreationOptions.PreferFairness, TaskScheduler.Default);

    private async Task DoWaitingAsync()
    {
        foreach (var some in TakeWaiting().Chunk(most)) { await DoAsync(some); }
        lock (guard)
        {
            isBusy = waiting.Count > 0;
            if (!isBusy) { return; }
        }
        Begin();
    }

    private List<Asked> TakeWaiting()
    {
        lock (guard)
        {
            var all = waiting;
            waiting = [];
            return all;
        }
    }

    private async Task DoAsync(Asked[] batch)
    {
        IReadOnlyList<TAnswer> answers;
        try
        {
            answers = await together([.. batch.Select(b => b.What)]);
        }
        catch (Exception) when (batch.Length > 1)
        {
            foreach (var one in batch) { await DoAsync([one]); }
            return;
        }
        catch (Exception e)
        {
            batch[0].Answer.SetException(e);
            return;
        }
        foreach (var (asked, answer) in batch.Zip(answers)) { asked.Answer.SetResult(answer); }
    }

    private sealed record Asked(T What)
    {
        public TaskCompletionSource<TAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
