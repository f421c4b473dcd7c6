using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.DevelopmentPlan;

/// <summary>Reads of plans, each cut to what the reader may read.</summary>
public sealed class ObjectiveQueries(LearningDb db, TimeProvider clock)
{
    public DateTime NowUtc => clock.GetUtcNow().UtcDateTime;
    public DateOnly Today => NowUtc.ToLondonDate();

    /// <summary>A year of somebody's plan in two queries; null for whoever may not read it.</summary>
    public async Task<PlanView?> PlanAsync(Guid personId, Guid readerId, PlanYear? asked, CancellationToken cancel)
    {
        var (today, year) = (Today, asked ?? PlanYear.Of(Today));
        var (managed, led) = (db.ManagedBy(readerId, today), db.LedBy(readerId, today));
        var person = await db.People.Where(p => p.Id == personId).Select(p => new
        {
            p.Name, Manages = managed.Any(m => m.Id == p.Id), Leads = led.Any(l => l.Id == p.Id), ManagerName = db.People.Where(m => m.Id == p.ManagerId).Select(m => m.Name).FirstOrDefault(),
            Talked = db.NothingToWrite.Where(n => n.PersonId == p.Id && n.Year == year.Start).Select(n => n.Kind).ToList(),
        }).SingleOrDefaultAsync(cancel);
        var access = PlanReaders.Of(personId == readerId, person?.Manages == true, person?.Leads == true);
        if (person is null || access == PlanAccess.None) { return null; }
        var isCurrent = year == PlanYear.Of(today);
        var histories = await HistoriesAsync(db.Objectives.Where(o => o.PersonId == personId
            && (o.Year == year.Start || (isCurrent && o.Year < year.Start && o.CarriedAtUtc == null && o.Status != ObjectiveStatus.Done && o.Status != ObjectiveStatus.Stopped))), access, cancel);
        return new PlanView(personId, person.Name, person.ManagerName, access, year, today, [.. person.Talked.Where(kind => access.Reads(kind))], histories);
    }

    /// <summary>One objective with everything about it, in three queries; null for whoever may not read it.</summary>
    public async Task<ObjectiveView?> ObjectiveAsync(Guid id, Guid readerId, CancellationToken cancel)
    {
        var nowUtc = NowUtc;
        var (managed, led) = (db.ManagedBy(readerId, Today), db.LedBy(readerId, Today));
        var owner = await db.Objectives.Where(o => o.Id == id).Join(db.People, o => o.PersonId, p => p.Id, (o, p) => new
        {
            o.PersonId, p.Name, Manages = managed.Any(m => m.Id == p.Id), Leads = led.Any(l => l.Id == p.Id),
            Writers = db.ObjectiveEntries.Where(e => e.ObjectiveId == o.Id).Join(db.People, e => e.ById, w => w.Id, (e, w) => new { w.Id, w.Name }).ToList(),
            ManagerName = db.People.Where(m => m.Id == p.ManagerId).Select(m => m.Name).FirstOrDefault(),
            NextId = db.Objectives.Where(n => n.CarriedFromId == o.Id).Select(n => (Guid?)n.Id).FirstOrDefault(),
        }).SingleOrDefaultAsync(cancel);
        if (owner is null) { return null; }
        var access = PlanReaders.Of(owner.PersonId == readerId, owner.Manages, owner.Leads);
        if (access == PlanAccess.None) { return null; }
        var histories = await HistoriesAsync(db.Objectives.Where(o => o.Id == id), access, cancel);
        if (histories.Count == 0) { return null; }
        var names = owner.Writers.DistinctBy(w => w.Id).ToDictionary(w => w.Id, w => w.Name);
        names[owner.PersonId] = owner.Name;
        var past = access == PlanAccess.Own ? await PastSessions.Of(db, owner.PersonId, ObjectiveService.OfferedFromUtc(nowUtc), nowUtc).ToListAsync(cancel) : [];
        return new ObjectiveView(histories[0], owner.PersonId, owner.Name, owner.ManagerName, access, Today, owner.NextId, names, past);
    }

    /// <summary>Whom a person's wellbeing box names as its other reader; null where they have no line manager.</summary>
    public Task<string?> ManagerNameAsync(Guid personId, CancellationToken cancel) =>
        db.People.Where(p => p.Id == personId).Select(p => db.People.Where(m => m.Id == p.ManagerId).Select(m => m.Name).FirstOrDefault()).SingleOrDefaultAsync(cancel);

    // What was booked and still stands comes along; private sessions are nobody's to list.
    private async Task<List<History>> HistoriesAsync(IQueryable<Objective> objectives, PlanAccess access, CancellationToken cancel)
    {
        var wellbeingToo = access.Reads(ObjectiveKind.Wellbeing);
        var readable = objectives.Where(o => wellbeingToo || o.Kind != ObjectiveKind.Wellbeing);
        var rows = await readable.OrderBy(o => o.SetAtUtc).ThenBy(o => o.Id).Select(o => new
        {
            o,
            Entries = db.ObjectiveEntries.Where(e => e.ObjectiveId == o.Id).OrderBy(e => e.Number).ToList(),
            Booked = (from link in db.ObjectiveBookings
                      join booking in db.Bookings on link.BookingId equals booking.Id
                      join session in db.Sessions on booking.SessionId equals session.Id
                      where link.ObjectiveId == o.Id && session.Visibility == Visibility.Open
                         && (booking.Status == BookingStatus.Confirmed || booking.Status == BookingStatus.Waiting || booking.Status == BookingStatus.Offered)
                      orderby session.StartsAtUtc, session.Id
                      select new BookedFor(session.Id, session.Title, session.StartsAtUtc, session.EndsAtUtc, booking.Status,
                          db.Attendances.Count(a => a.BookingId == booking.Id && a.State == AttendanceState.Attended) >= (session.DatesToComplete ?? 1))).ToList(),
        }).AsNoTracking().AsSingleQuery().ToListAsync(cancel);
        return rows.ConvertAll(r => new History(r.o, r.Entries, r.Booked));
    }
}
