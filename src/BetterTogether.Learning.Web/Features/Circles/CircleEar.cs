using BetterTogether.Learning.Web.Data;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>Listens to the other nodes for as long as the process runs.</summary>
public sealed class CircleEar(IChangeNotifier notifier, CircleRooms rooms, Readiness readiness) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WhenReadyAsync(stoppingToken);
        await notifier.ListenAsync(rooms.Hear, rooms.CatchUp, stoppingToken);
    }
}
