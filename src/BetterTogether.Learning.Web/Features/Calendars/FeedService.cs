using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Calendars;

/// <summary>Makes and ends the secret address of a person's feed.</summary>
public sealed class FeedService(UnitOfWork work)
{
    /// <summary>A new address; an earlier one ends.</summary>
    public Task<Result<CalendarFeed>> MakeAsync(Guid personId, CancellationToken cancel) => work.DecideAsync<CalendarFeed>(async (db, nowUtc) =>
    {
        var feed = await db.CalendarFeeds.SingleOrDefaultAsync(f => f.PersonId == personId, cancel);
        if (feed is null) { db.Add(feed = new CalendarFeed(personId, CalendarFeed.NewToken(), nowUtc)); }
        else { feed.Renew(CalendarFeed.NewToken(), nowUtc); }
        db.Record(nowUtc, personId, "calendar-feed-made", personId);
        return feed;
    }, cancel);

    /// <summary>Nobody can read it any more. A second time changes nothing.</summary>
    public Task<Result<bool>> EndAsync(Guid personId, CancellationToken cancel) => work.DecideAsync<bool>(async (db, nowUtc) =>
    {
        var ended = await db.CalendarFeeds.Where(f => f.PersonId == personId).ExecuteDeleteAsync(cancel) > 0;
        if (ended) { db.Record(nowUtc, personId, "calendar-feed-ended", personId); }
        return ended;
    }, cancel);
}
