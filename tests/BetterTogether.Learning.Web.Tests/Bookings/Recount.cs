using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Bookings;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Bookings;

/// <summary>Whether places add up: by the product's audit, and counted again in plain C# over the rows.</summary>
internal static class Recount
{
    public static async Task AssertAsync(IDbContextFactory<LearningDb> contexts, TimeProvider clock)
    {
        foreach (var invariant in await new BookingInvariants(contexts, clock).AuditAsync(CancellationToken.None))
        {
            Assert.True(invariant.BrokenBy.Count == 0, $"Broken: {invariant.Name}, by {string.Join(' ', invariant.BrokenBy)}");
        }
        await using var db = await contexts.CreateDbContextAsync();
        // One snapshot: the product may be at work meanwhile. (On SQLite this level begins without the writer's lock.)
        await using var transaction = await db.Database.BeginTransactionAsync(db.Database.IsNpgsql() ? System.Data.IsolationLevel.RepeatableRead : System.Data.IsolationLevel.ReadUncommitted);
        var bookings = (await db.Bookings.AsNoTracking().ToListAsync()).ToLookup(b => b.SessionId);
        foreach (var session in await db.Sessions.AsNoTracking().ToListAsync())
        {
            var live = bookings[session.Id].Where(b => b.IsLive).ToList();
            var confirmed = live.Count(b => b.Status == BookingStatus.Confirmed);
            var waiting = live.Where(b => b.Status == BookingStatus.Waiting).ToList();
            Assert.InRange(confirmed, 0, session.Capacity);
            Assert.Equal(confirmed + live.Count(b => b is { Status: BookingStatus.Offered, OfferedToAll: false }) + session.HeldForAll, session.Held);
            Assert.InRange(session.Held, 0, session.Capacity);
            Assert.Equal(waiting.Count, session.Waiting);
            Assert.Equal(live.Count, live.DistinctBy(b => b.PersonId).Count());
            Assert.Equal(waiting.Count, waiting.DistinctBy(b => b.Ticket).Count());
        }
    }
}
