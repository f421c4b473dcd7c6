using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Circles;

public sealed record FacilitatorMissing() : Refusal("facilitator-missing", "This circle has no facilitator yet. The learning desk names one.");

/// <summary>A session of kind circle has a circle: planned for it by the first who comes in, with a seat for everybody who holds a place.</summary>
public sealed class SessionCircleService(UnitOfWork work, CircleRooms rooms)
{
    // What a circle is unless its facilitator plans it otherwise before it starts.
    private static readonly CircleFormat Usual = CircleFormats.Find("listening")!;

    /// <returns>The circle's id. To whoever neither facilitates nor holds a place there is no such session.</returns>
    public Task<Result<Guid>> OpenAsync(Guid sessionId, Guid callerId, CancellationToken cancel) => work.DecideAsync<Guid>(async (db, nowUtc) =>
    {
        var session = await db.Sessions.AsNoTracking().Include(s => s.Dates).Include(s => s.Trainers).AsSplitQuery().SingleOrDefaultAsync(s => s.Id == sessionId && s.Kind == SessionKind.Circle && s.Status == SessionStatus.Published, cancel);
        var placed = await (from booking in db.Bookings join person in db.People on booking.PersonId equals person.Id where booking.SessionId == sessionId && booking.Status == BookingStatus.Confirmed select person).AsNoTracking().ToListAsync(cancel);
        if (session is null || !(session.IsTrainedBy(callerId) || placed.Exists(p => p.Id == callerId))) { return new SessionNotFound(); }
        if (await db.Circles.Where(c => c.SessionId == sessionId).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(cancel) is { } known) { return known; }

        var trainers = await db.People.AsNoTracking().Where(p => p.Active && db.Set<SessionTrainer>().Any(t => t.SessionId == sessionId && t.PersonId == p.Id)).OrderBy(p => p.Name).ToListAsync(cancel);
        if (trainers.Count == 0) { return new FacilitatorMissing(); }
        var wanted = new NewCircle(
            session.TitleOrSlot, Usual, LastStartUtc(session), (int)session.Dates.Min(d => (d.EndsAtUtc - d.StartsAtUtc).TotalMinutes), [.. placed.Where(p => p.IsHere(nowUtc)).Select(p => p.Email)],
            CoFacilitatorEmails: [.. trainers.Skip(1).Select(p => p.Email)], FacilitatorEmail: trainers[0].Email, CallUrl: session.JoinUrl, SessionId: sessionId);
        return await CircleService.PlanInAsync(db, wanted, callerId, nowUtc, cancel);
    }, cancel);

    /// <summary>Part of the decision that gives a place: what the door would say to whoever holds it, said before they hold it.</summary>
    /// <returns>Null where they may come in, and where nobody listens in a circle of this session.</returns>
    internal static async Task<Refusal?> WhyNotAsync(LearningDb db, Session session, Person person, DateTime nowUtc, CancellationToken cancel)
    {
        if (session.Kind != SessionKind.Circle || await db.Circles.AsNoTracking().Where(c => c.SessionId == session.Id).SingleOrDefaultAsync(cancel) is not { } stored) { return null; }
        var circle = new Circle(CircleJson.ReadState(stored.State));
        if (circle.State.Seats.All(s => s.Role != SeatRole.Listener)) { return null; }
        // Who has a place and has not come in yet will sit there too.
        var coming = await (from booking in db.Bookings
                            join placed in db.People on booking.PersonId equals placed.Id
                            where booking.SessionId == session.Id && booking.Status == BookingStatus.Confirmed && placed.Id != person.Id && !db.CircleSeats.Any(s => s.CircleId == stored.Id && s.PersonId == placed.Id)
                            select placed).AsNoTracking().ToListAsync(cancel);
        coming.Add(person);
        var lines = await CircleSeating.LinesAsync(db, coming, cancel);
        var answers = coming.ConvertAll(p => circle.Admit(CircleSeating.Seat(p, above: lines[p.Id]), nowUtc));
        return answers[^1].Refusal is ManagerAmongThem ? new LineInTheCircle() : null;
    }

    /// <summary>Part of the decision that ends a booking: the seat goes with the place while the circle has not begun.</summary>
    internal async Task UnseatAsync(LearningDb db, Session session, Guid personId, DateTime nowUtc, CancellationToken cancel)
    {
        if (await ChangeAsync(db, session, circle => circle.Unseat(personId, nowUtc), cancel) is not { } circleId) { return; }
        db.RemoveRange(await db.CircleSeats.Where(s => s.CircleId == circleId && s.PersonId == personId).ToListAsync(cancel));
    }

    /// <summary>Part of the decision that moves a session.</summary>
    internal Task MoveAsync(LearningDb db, Session session, DateTime nowUtc, CancellationToken cancel) =>
        ChangeAsync(db, session, circle => circle.MoveTo(LastStartUtc(session), nowUtc), cancel);

    // A waiting room waits for every date of its session.
    private static DateTime LastStartUtc(Session session) => session.Dates.Max(d => d.StartsAtUtc);

    /// <returns>The circle's id where something was changed.</returns>
    private async Task<Guid?> ChangeAsync(LearningDb db, Session session, Func<Circle, CircleAnswer> change, CancellationToken cancel)
    {
        // The row first, then what stands in it: a room that decides meanwhile finds another version, and decides again.
        if (session.Kind != SessionKind.Circle || await db.Circles.Where(c => c.SessionId == session.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Version, c => c.Version), cancel) == 0) { return null; }
        var stored = await db.Circles.SingleAsync(c => c.SessionId == session.Id, cancel);
        var circle = new Circle(CircleJson.ReadState(stored.State));
        if (!change(circle).Changed) { return null; }
        stored.Keep(circle);
        // Whoever sits in it sees it at once, on this node and on every other.
        await rooms.TellAsync(db, circle, cancel);
        return stored.Id;
    }
}
