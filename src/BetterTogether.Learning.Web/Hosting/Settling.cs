using BetterTogether.Learning.Web.Data;

namespace BetterTogether.Learning.Web.Hosting;

/// <summary>A start leaves a third of the heap behind as garbage, and an idle product would hold it for hours: it is given back to the machine once.</summary>
public sealed class Settling(Readiness readiness, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan After = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WhenReadyAsync(stoppingToken);
        await Task.Delay(After, clock, stoppingToken);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
