using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Bookings;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Sessions;

/// <summary>Planning the programme. Open sessions are the desk's; a private one is its facilitator's alone.</summary>
public sealed class SessionService(UnitOfWork work, BookingService bookings)
{
    /// <summary>A private session without a facilitator gets its maker as one, or nobody could ever open it.</summary>
    public Task<Result<Session>> CreateAsync(SessionDetails details, bool publish, Planner by, CancellationToken cancel) =>
        work.DecideAsync((db, nowUtc) => CreateInAsync(db, details, publish, by, nowUtc, cancel), cancel);

    /// <summary>The same for a form that may be sent twice; gives the session's id.</summary>
    public Task<Result<Guid>> CreateOnceAsync(SessionDetails details, bool publish, Planner by, OnceKey? once, CancellationToken cancel) =>
        work.DecideAsync<Guid>((db, nowUtc) => db.OnceAsync<Guid>(once, nowUtc, async () =>
        {
            var made = await CreateInAsync(db, details, publish, by, nowUtc, cancel);
            return made.Refusal is { } no ? no : made.Value.Id;
        }), cancel);

    /// <param name="version">The version the editor looked at; null where nobody looked (the API).</param>
    public Task<Result<Session>> ChangeAsync(Guid id, SessionDetails details, int? version, bool publish, Planner by, CancellationToken cancel) =>
        DecideAsync(id, by, async (db, session, nowUtc) =>
        {
            if (version is { } seen && seen != session.Version) { return new ChangedMeanwhile(); }
            if (Stranded(session, details, by) is { } stranded) { return stranded; }
            if (await UnknownTrainerAsync(db, details, cancel) is { } unknown) { return unknown; }
            var changed = session.Change(details, nowUtc);
            if (changed.Refusal is { } no) { return no; }
            if (publish && session.Status == SessionStatus.Draft && session.Publish(nowUtc).Refusal is { } unready) { return unready; }
            if (await bookings.SessionChangedAsync(db, session, changed.Value, nowUtc, cancel) is { } unfit) { return unfit; }
            db.Record(nowUtc, by.Id, "session-changed", session.Id, ChangedFields(changed.Value));
            return session;
        }, cancel);

    public Task<Result<Session>> PublishAsync(Guid id, Planner by, CancellationToken cancel) =>
        DecideAsync(id, by, async (db, session, nowUtc) =>
        {
            if (session.Status == SessionStatus.Published) { return session; }
            var published = session.Publish(nowUtc);
            if (published.Refusal is { } no) { return no; }
            db.Record(nowUtc, by.Id, "session-published", id);
            await bookings.SessionPublishedAsync(db, session, nowUtc, cancel);
            return session;
        }, cancel);

    /// <param name="reason">In words for those booked; stands in their mail and nowhere else.</param>
    public Task<Result<Session>> CancelAsync(Guid id, string? reason, Planner by, CancellationToken cancel) =>
        DecideAsync(id, by, async (db, session, nowUtc) =>
        {
            if (reason?.Length > SessionDetails.LongestLine) { return new Invalid("too-long", $"Use {SessionDetails.LongestLine} characters or fewer", "Reason"); }
            if (session.Status == SessionStatus.Cancelled) { return session; }
            var cancelled = session.Cancel(nowUtc);
            if (cancelled.Refusal is { } no) { return no; }
            await bookings.SessionCancelledAsync(db, session, by.Id, reason, nowUtc, cancel);
            db.Record(nowUtc, by.Id, "session-cancelled", id);
            return session;
        }, cancel);

    private async Task<Result<Session>> CreateInAsync(LearningDb db, SessionDetails details, bool publish, Planner by, DateTime nowUtc, CancellationToken cancel)
    {
        var trainers = details.Trainers ?? [];
        var wanted = details.Visibility == Visibility.Private && trainers.Count == 0 ? details with { Trainers = [by.Id] } : details;
        if (!by.IsDesk && (wanted.Visibility == Visibility.Open || !wanted.Trainers!.Contains(by.Id))) { return new NotYourSession(); }
        if (await UnknownTrainerAsync(db, wanted, cancel) is { } unknown) { return unknown; }
        var drafted = Session.Draft(wanted, nowUtc);
        if (drafted.Refusal is { } no) { return no; }
        var session = drafted.Value;
        if (publish && session.Publish(nowUtc).Refusal is { } unready) { return unready; }
        db.Add(session);
        db.Record(nowUtc, by.Id, publish ? "session-published" : "session-drafted", session.Id);
        if (publish) { await bookings.SessionPublishedAsync(db, session, nowUtc, cancel); }
        return session;
    }

    // Who came to a private session must not come to light by opening it, and somebody must be left who may plan it.
    private static Refusal? Stranded(Session session, SessionDetails to, Planner by) =>
        session.Visibility == Visibility.Private && to.Visibility == Visibility.Open && session.Held + session.Waiting > 0 ? new StaysPrivate()
        : session.Visibility == Visibility.Private && to.Visibility == Visibility.Open && !by.IsDesk ? new NotYourSession()
        : to.Visibility == Visibility.Private && to.Trainers is null or { Count: 0 } ? new FacilitatorMissing()
        : null;

    private Task<Result<Session>> DecideAsync(Guid id, Planner by, Func<LearningDb, Session, DateTime, Task<Result<Session>>> decide, CancellationToken cancel) =>
        work.DecideAsync<Session>(id, async (db, nowUtc) =>
        {
            var session = await db.Sessions.Include(s => s.Dates).Include(s => s.Trainers).AsSplitQuery().SingleOrDefaultAsync(s => s.Id == id, cancel);
            if (session is null || !MaySee(session, by)) { return new SessionNotFound(); }
            return MayPlan(session, by) ? await decide(db, session, nowUtc) : new NotYourSession();
        }, cancel);

    private static bool MayPlan(Session session, Planner by) => session.IsTrainedBy(by.Id) || (by.IsDesk && session.Visibility == Visibility.Open);

    private static bool MaySee(Session session, Planner by) => by.IsDesk || session.IsTrainedBy(by.Id) || (session.Visibility == Visibility.Open && session.Status != SessionStatus.Draft);

    private static async Task<Refusal?> UnknownTrainerAsync(LearningDb db, SessionDetails details, CancellationToken cancel)
    {
        var ids = (details.Trainers ?? []).Distinct().ToList();
        return ids.Count == 0 || await db.People.CountAsync(p => ids.Contains(p.Id), cancel) == ids.Count ? null : new Invalid("trainer-not-known", "Choose trainers from the staff directory", nameof(SessionDetails.Trainers));
    }

    private static string ChangedFields(SessionChange change) => string.Join(' ', new[]
    {
        change.Moved ? "Dates" : null, change.Relocated ? "Place" : null, change.Renamed ? "Title" : null,
        change.Before.Capacity != change.After.Capacity ? "Capacity" : null,
    }.OfType<string>());
}

/// <summary>Who plans: the desk, or a facilitator their own private sessions.</summary>
public sealed record Planner(Guid Id, bool IsDesk);
