using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Bookings;

/// <summary>Passes on offers whose time is up, and lets those go who still wait when a session begins. Everything else moves the list where it happens.</summary>
public sealed partial class OfferSweeper(IDbContextFactory<LearningDb> contexts, BookingService bookings, Readiness readiness, TimeProvider clock, ILogger<OfferSweeper> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WhenReadyAsync(stoppingToken);
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                CannotSweep(log, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SweepAsync(CancellationToken cancel)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var lapsed = db.Bookings.Where(b => b.Status == BookingStatus.Offered && b.OfferedUntilUtc <= nowUtc).Select(b => b.SessionId);
        var begun = db.Sessions.Where(s => s.StartsAtUtc <= nowUtc && (s.Waiting > 0 || db.Bookings.Any(b => b.SessionId == s.Id && b.Status == BookingStatus.Offered))).Select(s => s.Id);
        foreach (var sessionId in await lapsed.Union(begun).ToListAsync(cancel)) { await bookings.LapseAsync(sessionId, cancel); }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Offers could not be swept; trying again")]
    private static partial void CannotSweep(ILogger log, Exception e);
}
