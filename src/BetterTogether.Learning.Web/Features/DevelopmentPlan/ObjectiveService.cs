using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.DevelopmentPlan;

/// <summary>Writing a development plan. Its person does everything; whoever manages them reads and adds notes.</summary>
public sealed class ObjectiveService(UnitOfWork work, TimeProvider clock)
{
    private DateOnly Today => clock.GetUtcNow().UtcDateTime.ToLondonDate();

    /// <returns>The id of the objective: no answer that is kept for a retry holds what was written.</returns>
    public Task<Result<Guid>> SetAsync(Guid personId, ObjectiveDetails details, OnceKey? once, CancellationToken cancel) =>
        work.DecideAsync<Guid>((db, nowUtc) => db.OnceAsync<Guid>(once, nowUtc, () =>
        {
            var set = Objective.Set(personId, details, nowUtc);
            if (set.Refusal is { } no) { return Task.FromResult<Result<Guid>>(no); }
            db.Add(set.Value);
            db.Record(nowUtc, personId, "objective-set", set.Value.Id);
            return Task.FromResult<Result<Guid>>(set.Value.Id);
        }), cancel);

    public Task<Result<Guid>> RewordAsync(Guid id, Guid personId, ObjectiveDetails details, int version, CancellationToken cancel) =>
        work.DecideAsync<Guid>(async (db, nowUtc) =>
        {
            var found = await FindAsync(db, id, personId, mayManage: false, nowUtc, cancel);
            if (found.Refusal is { } no) { return no; }
            var before = found.Value.Details;
            var reworded = found.Value.Reword(details, version, nowUtc);
            // The second press of a double click finds its own work done.
            if (reworded.Refusal is ObjectiveChangedMeanwhile && (details with { Kind = before.Kind }).Checked(nowUtc.ToLondonDate(), before.TargetDate) is { Refusal: null } same && same.Value == before) { return id; }
            if (reworded.Refusal is { } why) { return why; }
            if (reworded.Value is not { } entry) { return id; }
            db.Add(entry);
            db.Record(nowUtc, personId, "objective-reworded", id, found.Value.Details.Changed(before));
            return id;
        }, cancel);

    /// <returns>The number of the note in the objective's history.</returns>
    public Task<Result<int>> NoteAsync(Guid id, Guid callerId, ObjectiveStatus? status, string? text, OnceKey? once, CancellationToken cancel) =>
        work.DecideAsync<int>((db, nowUtc) => db.OnceAsync<int>(once, nowUtc, async () =>
        {
            var found = await FindAsync(db, id, callerId, mayManage: true, nowUtc, cancel);
            if (found.Refusal is { } no) { return no; }
            var before = found.Value.Status;
            var noted = found.Value.Note(status, text, callerId, nowUtc);
            if (noted.Refusal is { } why) { return why; }
            db.Add(noted.Value);
            db.Record(nowUtc, callerId, "objective-noted", id, found.Value.Status == before ? null : nameof(Objective.Status));
            return noted.Value.Number;
        }), cancel);

    /// <summary>Adds what was done. Of a session only one that its person came to or ran, with the session's own title and day.</summary>
    public Task<Result<int>> AddAsync(Guid id, Guid personId, Evidence evidence, OnceKey? once, CancellationToken cancel) =>
        work.DecideAsync<int>((db, nowUtc) => db.OnceAsync<int>(once, nowUtc, async () =>
        {
            var found = await FindAsync(db, id, personId, mayManage: false, nowUtc, cancel);
            if (found.Refusal is { } no) { return no; }
            if (evidence.Kind is EntryKind.AttendedSession or EntryKind.FacilitatedSession)
            {
                if (await db.ObjectiveEntries.AnyAsync(e => e.ObjectiveId == id && e.SourceId == evidence.SourceId, cancel)) { return new AlreadyAdded(); }
                var mine = await PastSessions.Of(db, personId, OfferedFromUtc(nowUtc), nowUtc).ToListAsync(cancel);
                if (mine.Find(s => s.SessionId == evidence.SourceId) is not { } session) { return new NothingOfYours(); }
                evidence = new Evidence(session.Facilitated ? EntryKind.FacilitatedSession : EntryKind.AttendedSession, session.Title, session.On, SourceId: session.SessionId);
            }
            var added = found.Value.Add(evidence with { SourceId = evidence.Kind is EntryKind.AttendedSession or EntryKind.FacilitatedSession ? evidence.SourceId : null }, nowUtc);
            if (added.Refusal is { } why) { return why; }
            db.Add(added.Value);
            db.Record(nowUtc, personId, "objective-evidence-added", id, evidence.Kind.ToString());
            return added.Value.Number;
        }), cancel);

    /// <param name="details">New words for the new year; null carries it as it is.</param>
    /// <returns>The objective of this year.</returns>
    public Task<Result<Guid>> CarryAsync(Guid id, Guid personId, ObjectiveDetails? details, CancellationToken cancel) =>
        work.DecideAsync<Guid>(async (db, nowUtc) =>
        {
            var found = await FindAsync(db, id, personId, mayManage: false, nowUtc, cancel);
            if (found.Refusal is { } no) { return no; }
            // Pressed twice: it went on already, and here is where.
            if (await db.Objectives.Where(o => o.CarriedFromId == id).Select(o => (Guid?)o.Id).SingleOrDefaultAsync(cancel) is { } next) { return next; }
            var carried = found.Value.Carry(details ?? found.Value.ToCarry(nowUtc.ToLondonDate()), nowUtc);
            if (carried.Refusal is { } why) { return why; }
            db.Add(carried.Value.Next);
            db.Add(carried.Value.Entry);
            db.Record(nowUtc, personId, "objective-carried", id);
            return carried.Value.Next.Id;
        }, cancel);

    /// <summary>"We talked; nothing to write", once a year and kind.</summary>
    public Task<Result<NothingToWrite>> TalkedAsync(Guid personId, ObjectiveKind kind, CancellationToken cancel) =>
        work.DecideAsync<NothingToWrite>(async (db, nowUtc) =>
        {
            var year = PlanYear.Of(nowUtc.ToLondonDate()).Start;
            if (await db.NothingToWrite.FindAsync([personId, year, kind], cancel) is { } known) { return known; }
            var talked = new NothingToWrite(personId, year, kind, nowUtc);
            db.Add(talked);
            db.Record(nowUtc, personId, "plan-talked", personId, kind.ToString());
            return talked;
        }, cancel);

    /// <summary>A year's objectives as far as the reader may read them, for the review's page; empty for everybody else.</summary>
    public async Task<IReadOnlyList<ObjectiveLine>> OfAsync(Guid personId, Guid readerId, PlanYear year, CancellationToken cancel)
    {
        await using var db = await work.ReadAsync(cancel);
        var access = await PlanReaders.OfAsync(db, personId, readerId, Today, cancel);
        if (access == PlanAccess.None) { return []; }
        var lines = await db.Objectives.Where(o => o.PersonId == personId && o.Year == year.Start).OrderBy(o => o.SetAtUtc).ThenBy(o => o.Id)
            .Select(o => new ObjectiveLine(o.Id, o.Kind, o.Title, o.Status, o.TargetDate, o.CarriedFromId != null)).ToListAsync(cancel);
        return [.. lines.Where(l => access.Reads(l.Kind))];
    }

    /// <summary>How many unfinished objectives of earlier years wait to be carried, changed or stopped.</summary>
    public async Task<int> WaitingToBeCarriedAsync(Guid personId, PlanYear year, CancellationToken cancel)
    {
        await using var db = await work.ReadAsync(cancel);
        return await db.Objectives.CountAsync(o => o.PersonId == personId && o.Year < year.Start && o.CarriedAtUtc == null && o.Status != ObjectiveStatus.Done && o.Status != ObjectiveStatus.Stopped, cancel);
    }

    /// <summary>Part of the decision that books: keeps for which objective it was. Somebody else's objective, or none at all, is no reason to refuse a place.</summary>
    internal static async Task LinkBookingAsync(LearningDb db, Guid objectiveId, Booking booking, CancellationToken cancel)
    {
        if (await db.Objectives.AnyAsync(o => o.Id == objectiveId && o.PersonId == booking.PersonId && o.CarriedAtUtc == null, cancel)) { db.Add(new ObjectiveBooking(objectiveId, booking.Id)); }
    }

    /// <summary>How far back what somebody came to is offered for their plan: the year before, and what led up to it.</summary>
    internal static DateTime OfferedFromUtc(DateTime nowUtc) => nowUtc.AddMonths(-18);

    // Touched first: two who write at once get numbers one after the other on PostgreSQL too, and the last status is the last line's.
    private static async Task<Result<Objective>> FindAsync(LearningDb db, Guid id, Guid callerId, bool mayManage, DateTime nowUtc, CancellationToken cancel)
    {
        await db.Objectives.Where(o => o.Id == id).ExecuteUpdateAsync(set => set.SetProperty(o => o.Entries, o => o.Entries), cancel);
        if (await db.Objectives.FindAsync([id], cancel) is not { } objective) { return new ObjectiveNotFound(); }
        var access = await PlanReaders.OfAsync(db, objective.PersonId, callerId, nowUtc.ToLondonDate(), cancel);
        if (!access.Reads(objective.Kind)) { return new ObjectiveNotFound(); }
        return access == PlanAccess.Own || mayManage ? objective : new NotYourObjective();
    }
}

/// <summary>An objective in a list.</summary>
public sealed record ObjectiveLine(Guid Id, ObjectiveKind Kind, string Title, ObjectiveStatus Status, DateOnly? TargetDate, bool FromLastYear);
