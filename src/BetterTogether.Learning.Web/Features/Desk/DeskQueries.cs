using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Sessions;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Desk;

/// <summary>What the desk's forms need to know beyond what the programme and the bookings tell.</summary>
public sealed class DeskQueries(LearningDb db)
{
    /// <summary>A session with its dates and trainers, as far as the viewer knows of it.</summary>
    public Task<Session?> SessionAsync(Viewer viewer, Guid id, CancellationToken cancel) =>
        viewer.Sees(db).AsNoTracking().Include(s => s.Dates).Include(s => s.Trainers).AsSplitQuery().SingleOrDefaultAsync(s => s.Id == id, cancel);

    public Task<List<string>> EmailsAsync(IEnumerable<Guid> ids, CancellationToken cancel) =>
        db.People.Where(p => ids.Contains(p.Id)).OrderBy(p => p.Email).Select(p => p.Email).ToListAsync(cancel);

    /// <summary>Ids of the directory by address, for those of these addresses that are in it.</summary>
    public Task<Dictionary<string, Guid>> IdsAsync(IEnumerable<string> emails, CancellationToken cancel) =>
        db.People.Where(p => emails.Contains(p.Email)).ToDictionaryAsync(p => p.Email, p => p.Id, cancel);

    public Task<Person?> PersonAsync(Guid id, CancellationToken cancel) => db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel);

    /// <summary>Everybody who would hear of a cancellation.</summary>
    public Task<int> LiveBookingsAsync(IEnumerable<Guid> sessionIds, CancellationToken cancel) =>
        db.Bookings.CountAsync(b => sessionIds.Contains(b.SessionId) && (b.Status == BookingStatus.Confirmed || b.Status == BookingStatus.Waiting || b.Status == BookingStatus.Offered), cancel);

    /// <summary>The register's lines of one session.</summary>
    public Task<List<Attendance>> RegisterAsync(Guid sessionId, CancellationToken cancel) =>
        (from line in db.Attendances
         join date in db.SessionDates on line.SessionDateId equals date.Id
         where date.SessionId == sessionId
         select line).AsNoTracking().ToListAsync(cancel);

    public Task<Series?> SeriesAsync(Guid id, CancellationToken cancel) => db.Series.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel);

    public Task<List<Session>> SessionsOfAsync(Guid seriesId, CancellationToken cancel) =>
        db.Sessions.AsNoTracking().Include(s => s.Dates).Include(s => s.Trainers).AsSplitQuery()
            .Where(s => s.Slot!.SeriesId == seriesId).OrderBy(s => s.StartsAtUtc).ThenBy(s => s.Id).ToListAsync(cancel);
}
