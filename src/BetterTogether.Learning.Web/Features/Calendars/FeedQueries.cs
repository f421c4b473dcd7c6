using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Calendars;

public sealed class FeedQueries(LearningDb db, IEnumerable<IFeedSource> sources, IOptions<SiteOptions> site, TimeProvider clock)
{
    private const int MostEntries = 1000;

    /// <summary>What is over stays for a while, or a calendar would lose last week.</summary>
    private static readonly TimeSpan Back = TimeSpan.FromDays(60);

    private DateTime NowUtc => clock.GetUtcNow().UtcDateTime;

    public Task<CalendarFeed?> OfPersonAsync(Guid personId, CancellationToken cancel) =>
        db.CalendarFeeds.AsNoTracking().SingleOrDefaultAsync(f => f.PersonId == personId, cancel);

    /// <returns>Null where the address is none, or its owner has left.</returns>
    public async Task<IReadOnlyList<FeedEntry>?> PersonalAsync(string token, CancellationToken cancel)
    {
        var personId = await (from feed in db.CalendarFeeds
                              join person in db.People on feed.PersonId equals person.Id
                              where feed.Token == token && person.Active
                              select (Guid?)person.Id).SingleOrDefaultAsync(cancel);
        if (personId is not { } id) { return null; }
        var entries = new List<FeedEntry>();
        foreach (var source in sources) { entries.AddRange(await source.OfAsync(db, id, NowUtc - Back, cancel)); }
        return [.. entries.OrderBy(e => e.Occasion.Period.StartsAtUtc).ThenBy(e => e.Uid, StringComparer.Ordinal)];
    }

    /// <summary>The open programme from today on; never links to join, never names.</summary>
    public Task<IReadOnlyList<FeedEntry>> ProgrammeAsync(CancellationToken cancel)
    {
        var nowUtc = NowUtc;
        return EntriesAsync(db.Sessions.Where(s => s.EndsAtUtc > nowUtc), cancel);
    }

    /// <summary>One session of the open programme; empty where there is none.</summary>
    public Task<IReadOnlyList<FeedEntry>> SessionAsync(Guid id, CancellationToken cancel) => EntriesAsync(db.Sessions.Where(s => s.Id == id), cancel);

    private async Task<IReadOnlyList<FeedEntry>> EntriesAsync(IQueryable<Session> sessions, CancellationToken cancel)
    {
        var rows = await (from session in sessions
                          join date in db.SessionDates on session.Id equals date.SessionId
                          where session.Status == SessionStatus.Published && session.Visibility == Visibility.Open
                          orderby date.StartsAtUtc, date.Id
                          select new { session.Id, session.Title, session.Description, session.Place, session.Version, DateId = date.Id, date.StartsAtUtc, date.EndsAtUtc }).Take(MostEntries).ToListAsync(cancel);
        // The same all day, so that the feed reads the same until something in it changes.
        var stampUtc = NowUtc.ToLondonDate().StartOfDayUtc();
        return rows.ConvertAll(r => new FeedEntry(
            $"{r.DateId:N}@better-together-programme", r.Version, stampUtc,
            new Occasion(r.Title, new Period(r.StartsAtUtc, r.EndsAtUtc), r.Place, $"{r.Description}\nBook a place: {site.Value.Absolute(Links.Session(r.Id))}".TrimStart())));
    }
}
