namespace BetterTogether.Learning.Web.Data;

/// <summary>How far the start has come. Threading: written by <see cref="Preparation"/> alone, read by any thread.</summary>
public sealed class Readiness
{
    private readonly TaskCompletionSource background = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string step = "starting";
    private volatile bool isReady;

    /// <summary>What the start is at, for the log and the health page's operator.</summary>
    public string Step => step;

    /// <summary>The database is migrated and seeded: pages may be asked for.</summary>
    public bool IsReady => isReady;

    /// <summary>When work in the background may begin: a moment later, so that all of it does not warm up at once beside the first pages.</summary>
    public Task WhenReadyAsync(CancellationToken cancel) => background.Task.WaitAsync(cancel);

    public bool WorkHasBegun => background.Task.IsCompletedSuccessfully;

    internal void At(string what) => step = what;

    internal void Done()
    {
        step = "ready";
        isReady = true;
    }

    internal void LetWorkBegin() => background.TrySetResult();
}
