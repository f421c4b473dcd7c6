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
public sealed class SessionCircleService(UnitOfWork work, SessionCircleInviteService invites, CircleRooms rooms, TimeProvider clock)
{
    // What a circle is unless its facilitator plans it otherwise before it starts.
    private static readonly CircleFormat Usual = CircleFormats.Find("listening")!;

    /// <returns>The circle's id. To whoever neither facilitates nor holds a place, nor was seated by the plan, there is no such session.</returns>
    public Task<Result<Guid>> OpenAsync(Guid sessionId, Guid callerId, CancellationToken cancel) => work.DecideAsync<Guid>(sessionId, async (db, nowUtc) =>
    {
        var session = await db.Sessions.AsNoTracking().Include(s => s.Dates).Include(s => s.Trainers).AsSplitQuery().SingleOrDefaultAsync(s => s.Id == sessionId && s.Kind == SessionKind.Circle && s.Status == SessionStatus.Published, cancel);
        var placed = await (from booking in db.Bookings join person in db.People on booking.PersonId equals person.Id where booking.SessionId == sessionId && booking.Status == BookingStatus.Confirmed select person).AsNoTracking().ToListAsync(cancel);
        if (session is null) { return new SessionNotFound(); }
        var known = await db.Circles.Where(c => c.SessionId == sessionId).Select(c => new { c.Id, IsSeated = db.CircleSeats.Any(s => s.CircleId == c.Id && s.PersonId == callerId) }).SingleOrDefaultAsync(cancel);
        if (!(session.IsTrainedBy(callerId) || placed.Exists(p => p.Id == callerId) || known?.IsSeated == true)) { return new SessionNotFound(); }
        if (known is not null) { return known.Id; }

        var trainers = await db.People.AsNoTracking().Where(p => p.Active && db.Set<SessionTrainer>().Any(t => t.SessionId == sessionId && t.PersonId == p.Id)).OrderBy(p => p.Name).ToListAsync(cancel);
        if (trainers.Count == 0) { return new FacilitatorMissing(); }
        var wanted = new NewCircle(
            session.TitleOrSlot, Usual, LastStartUtc(session), (int)session.Dates.Min(d => (d.EndsAtUtc - d.StartsAtUtc).TotalMinutes), [.. placed.Where(p => p.IsHere(nowUtc)).Select(p => p.Email)],
            CoFacilitatorEmails: [.. trainers.Skip(1).Select(p => p.Email)], FacilitatorEmail: trainers[0].Email, CallUrl: session.JoinUrl, SessionId: sessionId);
        // Nobody is told: whoever has a seat now trains there, or has a place, and was invited by that.
        return await CircleService.PlanInAsync(db, wanted, callerId, nowUtc, cancel);
    }, cancel);

    /// <summary>Part of the decision that gives a place: what the door would say to whoever holds it, said before they hold it.</summary>
    /// <returns>Null where they may come in, and where nobody listens in a circle of this session.</returns>
    internal static async Task<Refusal?> WhyNotAsync(LearningDb db, Session session, Person person, DateTime nowUtc, CancellationToken cancel) =>
        session.Kind == SessionKind.Circle && (await DoorsAsync(db, [session.Id], [person], nowUtc, cancel)).GetValueOrDefault(session.Id)?.IsShutTo(person.Id) == true ? new LineInTheCircle() : null;

    /// <param name="wanting">Whoever may be asked about: those who wait, are asked, or ask.</param>
    /// <returns>By session what its circle's door would say, beside those who have a place. One in whose circle nobody listens is not among them.</returns>
    internal static async Task<Dictionary<Guid, CircleDoor>> DoorsAsync(LearningDb db, IReadOnlyCollection<Guid> sessionIds, IReadOnlyCollection<Person> wanting, DateTime nowUtc, CancellationToken cancel)
    {
        var rows = await db.Circles.AsNoTracking().Where(c => c.SessionId != null && sessionIds.Contains(c.SessionId.Value)).Select(c => new { SessionId = c.SessionId!.Value, c.State, c.Script }).ToListAsync(cancel);
        var circles = rows.ToDictionary(r => r.SessionId, r => CircleJson.ReadState(r.State, r.Script)).Where(c => c.Value.Seats.Any(s => s.Role == SeatRole.Listener)).ToDictionary();
        if (circles.Count == 0) { return []; }
        var listened = circles.Keys.ToList();
        // Who has a place and has not come in yet will sit there too.
        var placed = await (from booking in db.Bookings
                            join person in db.People on booking.PersonId equals person.Id
                            where listened.Contains(booking.SessionId) && booking.Status == BookingStatus.Confirmed
                            orderby booking.ConfirmedAtUtc, booking.Id
                            select new { booking.SessionId, person }).AsNoTracking().ToListAsync(cancel);
        var people = placed.Select(p => p.person).Concat(wanting).DistinctBy(p => p.Id).ToList();
        var lines = await CircleSeating.LinesAsync(db, people, cancel);
        var seats = people.ToDictionary(p => p.Id, p => CircleSeating.Seat(p, above: lines[p.Id]));
        return circles.ToDictionary(c => c.Key, c => CircleDoor.Of(c.Value, seats, nowUtc).With(placed.Where(p => p.SessionId == c.Key).Select(p => p.person.Id)));
    }

    /// <summary>Of the sessions for which somebody waits, those that pass them over: they could not come in beside those who have a place.</summary>
    public async Task<IReadOnlySet<Guid>> PassOverAsync(Guid personId, IReadOnlyCollection<Guid> sessionIds, CancellationToken cancel)
    {
        if (sessionIds.Count == 0) { return new HashSet<Guid>(); }
        await using var db = await work.ReadAsync(cancel);
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == personId, cancel);
        return (await DoorsAsync(db, sessionIds, [person], clock.GetUtcNow().UtcDateTime, cancel)).Where(d => d.Value.IsShutTo(personId)).Select(d => d.Key).ToHashSet();
    }

    /// <summary>Part of the decision that ends a booking: the seat goes with the place while the circle has not begun.</summary>
    internal async Task UnseatAsync(LearningDb db, Session session, Guid personId, DateTime nowUtc, CancellationToken cancel)
    {
        if (await ChangeAsync(db, session, circle => circle.Unseat(personId, nowUtc), nowUtc, cancel) is not { } circleId) { return; }
        db.RemoveRange(await db.CircleSeats.Where(s => s.CircleId == circleId && s.PersonId == personId).ToListAsync(cancel));
    }

    /// <summary>Part of the decision that publishes a session: nobody has booked it yet, but whoever facilitates it is invited.</summary>
    internal Task PublishAsync(LearningDb db, Session session, DateTime nowUtc, CancellationToken cancel) => invites.TellAsync(db, session, null, nowUtc, cancel);

    /// <summary>Part of the decision that changes a session: its circle is when the session is, and whoever trains there facilitates it.</summary>
    /// <returns>Why somebody who is to train there cannot facilitate it.</returns>
    internal async Task<Refusal?> FollowAsync(LearningDb db, Session session, SessionChange change, DateTime nowUtc, CancellationToken cancel)
    {
        if (change.Moved) { await ChangeAsync(db, session, circle => circle.MoveTo(LastStartUtc(session), nowUtc), nowUtc, cancel); }
        if (await HandOverAsync(db, session, change, nowUtc, cancel) is { } no) { return no; }
        await invites.TellAsync(db, session, change, nowUtc, cancel);
        return null;
    }

    /// <summary>Part of the decision that calls a session off: its circle does not take place either.</summary>
    internal async Task CallOffAsync(LearningDb db, Session session, Guid byId, string? reason, DateTime nowUtc, CancellationToken cancel)
    {
        if (await ChangeAsync(db, session, circle => circle.CallOff(nowUtc), nowUtc, cancel) is { } circleId) { db.Record(nowUtc, byId, "circle-called-off", circleId); }
        await invites.CallOffAsync(db, session, reason, nowUtc, cancel);
    }

    private async Task<Refusal?> HandOverAsync(LearningDb db, Session session, SessionChange change, DateTime nowUtc, CancellationToken cancel)
    {
        var (gone, come) = (change.Before.Trainers!.Except(change.After.Trainers!).ToList(), change.After.Trainers!.Except(change.Before.Trainers!).ToList());
        if (gone.Count + come.Count == 0 || await LockedAsync(db, session, cancel) is not { } stored) { return null; }
        var circle = new Circle(CircleJson.ReadState(stored.State, stored.Script));
        if (await PlanAsync(db, circle.State, gone, come, nowUtc, cancel) is not { } plan) { return null; }
        var replanned = circle.Replan(plan, nowUtc);
        // Once it runs its people are its own.
        if (replanned.Refusal is { } no) { return no is HasStarted ? null : no; }
        await KeepAsync(db, stored, circle, replanned, nowUtc, cancel);
        await CircleEffects.SeatAsync(db, stored.Id, StoredSeat.Of(circle.State), cancel);
        await db.SaveChangesAsync(cancel);
        return null;
    }

    // The plan as it is, with other facilitators: the first of those who stay, or who come, holds it. Null where nobody would.
    private static async Task<CirclePlan?> PlanAsync(LearningDb db, CircleState state, List<Guid> gone, List<Guid> come, DateTime nowUtc, CancellationToken cancel)
    {
        var planned = await new CircleQueries(db).PlannedAsync(state.Id, cancel);
        var ids = state.Seats.Select(s => s.PersonId).OfType<Guid>().Concat(come).ToList();
        var here = (await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(cancel)).Where(p => p.IsHere(nowUtc)).ToDictionary(p => p.Id, p => p.Email);
        string[] Here(IEnumerable<string?> emails) => [.. emails.OfType<string>().Where(here.ContainsValue)];
        var hold = Here([planned.FacilitatorEmail, .. planned.CoFacilitatorEmails!]).Except(gone.Select(id => here.GetValueOrDefault(id))).Concat(come.Select(id => here.GetValueOrDefault(id))).OfType<string>().Distinct().ToList();
        if (hold.Count == 0) { return null; }
        var wanted = planned with
        {
            FacilitatorEmail = hold[0], CoFacilitatorEmails = hold[1..], ParticipantEmails = Here(planned.ParticipantEmails),
            BringerEmail = Here([planned.BringerEmail]).FirstOrDefault(), ListenerEmail = Here([planned.ListenerEmail]).FirstOrDefault(),
        };
        var seats = await CircleSeating.SeatAsync(db, wanted, callerId: Guid.Empty, nowUtc, cancel);
        return new(state.Id, state.Title, state.Format, state.AgreementsVersion, seats.Value, state.StartsAtUtc);
    }

    // A waiting room waits for every date of its session.
    private static DateTime LastStartUtc(Session session) => session.Dates.Max(d => d.StartsAtUtc);

    // The row first, then what stands in it: a room that decides meanwhile finds another version, and decides again.
    private static async Task<StoredCircle?> LockedAsync(LearningDb db, Session session, CancellationToken cancel) =>
        session.Kind != SessionKind.Circle || await db.Circles.Where(c => c.SessionId == session.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Version, c => c.Version), cancel) == 0
            ? null : await db.Circles.SingleAsync(c => c.SessionId == session.Id, cancel);

    /// <returns>The circle's id where something was changed.</returns>
    private async Task<Guid?> ChangeAsync(LearningDb db, Session session, Func<Circle, CircleAnswer> change, DateTime nowUtc, CancellationToken cancel)
    {
        if (await LockedAsync(db, session, cancel) is not { } stored) { return null; }
        var circle = new Circle(CircleJson.ReadState(stored.State, stored.Script));
        var changed = change(circle);
        if (!changed.Changed) { return null; }
        await KeepAsync(db, stored, circle, changed, nowUtc, cancel);
        return stored.Id;
    }

    // Whoever sits in it sees it at once, on this node and on every other.
    private Task KeepAsync(LearningDb db, StoredCircle stored, Circle circle, CircleAnswer answer, DateTime nowUtc, CancellationToken cancel)
    {
        stored.Keep(circle, nowUtc);
        return rooms.TellAsync(db, circle.State, answer, cancel);
    }
}
