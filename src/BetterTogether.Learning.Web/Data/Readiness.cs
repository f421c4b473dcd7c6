namespace BetterTogether.Learning.Web.Data;

/// <summary>How far the start has come. Threading: written by <see cref="Preparation"/> alone, read by any thread.</summary>
public sealed class Readiness
{
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string step = "starting";

    /// <summary>What the start is at, for the log and the health page's operator.</summary>
    public string Step => step;

    public bool IsReady => ready.Task.IsCompletedSuccessfully;

    /// <summary>Completes when the database is migrated and seeded.</summary>
    public Task WhenReadyAsync(CancellationToken cancel) => ready.Task.WaitAsync(cancel);

    internal void At(string what) => step = what;

    internal void Done()
    {
        step = "ready";
        ready.TrySetResult();
    }
}
