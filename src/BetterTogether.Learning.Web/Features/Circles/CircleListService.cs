using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Circles.Rooms;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>A circle on somebody's list.</summary>
/// <param name="CalledOff">Over before it began.</param>
/// <param name="SessionId">The session it belongs to; null for one that was planned by itself.</param>
public sealed record MyCircle(Guid Id, string Title, Period When, CircleStatus Status, SeatRole Role, string? Facilitator, bool CalledOff, Guid? SessionId)
{
    public bool HasPassed { get; init; }

    /// <summary>Null where it is over.</summary>
    public WayIn? WayIn { get; init; }

    public bool IsOver => WayIn is null;

    public string Words => HasPassed ? "Did not begin" : !CalledOff ? Status.Words() : Status == CircleStatus.Abandoned ? "Did not take place" : "Called off";
}

/// <summary>Where people find their circles: on the circles' own page, and with their bookings.</summary>
public sealed class CircleListService(UnitOfWork work, TimeProvider clock)
{
    private const int DaysBack = 30;
    private const int Most = 100;

    /// <summary>Ahead and going on first, as they come; then what ended in the last thirty days, or passed without beginning, the newest first.</summary>
    public async Task<IReadOnlyList<MyCircle>> MineAsync(Guid personId, CancellationToken cancel)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var since = nowUtc.AddDays(-DaysBack);
        await using var db = await work.ReadAsync(cancel);
        var rows = await (from seat in db.CircleSeats
                          join circle in db.Circles on seat.CircleId equals circle.Id
                          where seat.PersonId == personId && circle.StartsAtUtc > since
                          orderby circle.StartsAtUtc
                          select new
                          {
                              circle.Id, circle.Title, circle.StartsAtUtc, circle.Minutes, circle.Status, circle.EndedAtUtc, circle.CalledOff, circle.SessionId, seat.Role,
                              Facilitator = (from other in db.CircleSeats join person in db.People on other.PersonId equals person.Id where other.CircleId == circle.Id && other.Role == SeatRole.Facilitator select person.Name).FirstOrDefault(),
                              Dates = db.SessionDates.Where(d => d.SessionId == circle.SessionId).OrderBy(d => d.StartsAtUtc).Select(d => new { d.StartsAtUtc, d.EndsAtUtc }).ToList(),
                          }).AsNoTracking().Take(Most).ToListAsync(cancel);
        var mine = rows.ConvertAll(r =>
        {
            var when = r.Status.When(new(r.StartsAtUtc, r.StartsAtUtc.AddMinutes(r.Minutes)), r.Dates.ConvertAll(d => new Period(d.StartsAtUtc, d.EndsAtUtc)), r.EndedAtUtc ?? nowUtc);
            return new MyCircle(r.Id, r.Title, when, r.Status, r.Role, r.Facilitator, r.CalledOff, r.SessionId)
            {
                HasPassed = r.Status.HasPassed(when, nowUtc), WayIn = WayIn.Into(r.Status, when, Links.Circle(r.Id), r.Title, nowUtc),
            };
        });
        mine.Sort((a, b) => a.When.StartsAtUtc.CompareTo(b.When.StartsAtUtc));
        return [.. mine.Where(c => !c.IsOver), .. mine.Where(c => c.IsOver).Reverse()];
    }

    /// <summary>The ways into the circles of sessions, for those who have a place on them, also before they are planned.</summary>
    /// <returns>By session; one whose circle is over is not among them.</returns>
    public async Task<IReadOnlyDictionary<Guid, WayIn>> WaysIntoAsync(IReadOnlyCollection<Guid> sessionIds, CancellationToken cancel)
    {
        if (sessionIds.Count == 0) { return new Dictionary<Guid, WayIn>(); }
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        await using var db = await work.ReadAsync(cancel);
        var rows = await db.Sessions.AsNoTracking().Where(s => sessionIds.Contains(s.Id)).Select(s => new
        {
            s.Id, s.Title, s.StartsAtUtc, s.EndsAtUtc,
            Status = db.Circles.Where(c => c.SessionId == s.Id).Select(c => (CircleStatus?)c.Status).FirstOrDefault(),
        }).ToListAsync(cancel);
        return (from row in rows
                let way = WayIn.Into(row.Status, new(row.StartsAtUtc, row.EndsAtUtc), Links.SessionCircle(row.Id), row.Title, nowUtc)
                where way is not null
                select (row.Id, way)).ToDictionary();
    }
}
