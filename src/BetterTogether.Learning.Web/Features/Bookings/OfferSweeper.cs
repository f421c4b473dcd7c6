using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Bookings;

/// <summary>
/// Passes on offers whose time is up, lets those go who still wait when a session begins, and gives back what people have whose last day has passed. Everything else
/// moves the list where it happens, but for another plan of a circle, or another line manager: who was passed over for it is looked for here.
/// </summary>
public sealed partial class OfferSweeper(IDbContextFactory<LearningDb> contexts, BookingService bookings, LeaverService leavers, Readiness readiness, TimeProvider clock, ILogger<OfferSweeper> log) : PeriodicService(Every, readiness, clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    protected override void Failed(Exception e) => CannotSweep(log, e);

    protected override async Task RunAsync(CancellationToken cancel)
    {
        var nowUtc = NowUtc;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        foreach (var personId in await LeaverService.Left(db, nowUtc).ToListAsync(cancel)) { await EachAsync(personId, leavers.GiveBackAsync(personId, cancel)); }
        var lapsed = db.Bookings.Where(b => b.Status == BookingStatus.Offered && b.OfferedUntilUtc <= nowUtc).Select(b => b.SessionId);
        var begun = db.Sessions.Where(s => s.StartsAtUtc <= nowUtc && (s.Waiting > 0 || db.Bookings.Any(b => b.SessionId == s.Id && b.Status == BookingStatus.Offered))).Select(s => s.Id);
        var beside = db.Sessions.Where(s => s.Kind == SessionKind.Circle && s.Status == SessionStatus.Published && s.StartsAtUtc > nowUtc && s.Waiting > 0 && s.Held < s.Capacity).Select(s => s.Id);
        foreach (var sessionId in await lapsed.Union(begun).Union(beside).ToListAsync(cancel)) { await EachAsync(sessionId, bookings.LapseAsync(sessionId, cancel)); }
    }

    // What is wrong with one holds up no other.
    private async Task EachAsync(Guid id, Task one)
    {
        try
        {
            await one;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            CannotSweepOne(log, e, id);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Offers could not be swept; trying again")]
    private static partial void CannotSweep(ILogger log, Exception e);

    [LoggerMessage(Level = LogLevel.Error, Message = "The places of {Id}, a session or somebody who has left, could not be passed on; trying again")]
    private static partial void CannotSweepOne(ILogger log, Exception e, Guid id);
}
