using BetterTogether.Learning.Web.Data;

namespace BetterTogether.Learning.Web.Hosting;

/// <summary>
/// Work that comes round for as long as the process runs: first when the start is done, then every so often. What goes wrong in one round
/// is said, and the next one tries again. Threading: one round at a time.
/// </summary>
public abstract class PeriodicService(TimeSpan every, Readiness readiness, TimeProvider clock) : BackgroundService
{
    protected DateTime NowUtc => clock.GetUtcNow().UtcDateTime;

    protected abstract Task RunAsync(CancellationToken cancel);

    /// <summary>Says what went wrong.</summary>
    protected abstract void Failed(Exception e);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WhenReadyAsync(stoppingToken);
        using var timer = new PeriodicTimer(every, clock);
        do
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
