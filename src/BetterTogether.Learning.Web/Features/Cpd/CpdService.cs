using BetterTogether.Learning.Domain.Cpd;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Cpd;

/// <summary>Writing one's own CPD record. Somebody else's entry does not exist.</summary>
public sealed class CpdService(UnitOfWork work, CpdContent content)
{
    /// <param name="source">The offer it comes from; null for something of one's own.</param>
    /// <returns>The entry's id; pressed twice, the entry that is there already.</returns>
    public Task<Result<Guid>> AddAsync(Guid personId, CpdDetails details, bool ready, string? source, OnceKey? once, CancellationToken cancel) =>
        work.DecideAsync<Guid>((db, nowUtc) => db.OnceAsync<Guid>(once, nowUtc, async () =>
        {
            var offer = source is null ? null : await CpdOffers.FindAsync(db, personId, source, nowUtc, cancel);
            if (source is not null && await db.CpdEntries.Where(e => e.PersonId == personId && e.SourceKey == source).Select(e => (Guid?)e.Id).SingleOrDefaultAsync(cancel) is { } known) { return known; }
            if (source is not null && offer is null) { return new NoSuchOffer(); }
            var added = CpdEntry.Add(personId, offer is null ? details : details with { Kind = offer.Kind }, ready, offer?.Source, nowUtc);
            if (added.Refusal is { } no) { return no; }
            db.Add(added.Value);
            db.Record(nowUtc, personId, "cpd-added", added.Value.Id);
            return added.Value.Id;
        }), cancel);

    public Task<Result<Guid>> WriteAsync(Guid id, Guid personId, CpdDetails details, bool ready, int version, CancellationToken cancel) =>
        DecideAsync(id, personId, "cpd-written", (entry, nowUtc) =>
        {
            var kept = entry.SourceKey is null ? details : details with { Kind = entry.Kind };
            var written = entry.Write(kept, ready, version, nowUtc);
            // The second press of a double click finds its own work done.
            return written.Refusal is CpdChangedMeanwhile && entry.Says(kept, ready, nowUtc.ToLondonDate()) ? entry : written;
        }, cancel);

    public Task<Result<Guid>> CopyAsync(Guid id, Guid personId, DateOnly on, CancellationToken cancel) =>
        DecideAsync(id, personId, "cpd-copied", (entry, nowUtc) => entry.Copy(on, nowUtc), cancel);

    public Task<Result<Guid>> RemoveAsync(Guid id, Guid personId, CancellationToken cancel) =>
        work.DecideAsync<Guid>(async (db, nowUtc) =>
        {
            if (await db.CpdEntries.SingleOrDefaultAsync(e => e.Id == id && e.PersonId == personId, cancel) is not { } entry) { return new CpdEntryNotFound(); }
            db.Remove(entry);
            db.Record(nowUtc, personId, "cpd-removed", id);
            return id;
        }, cancel);

    /// <summary>Not for their record: it is offered no more. Twice is once.</summary>
    public Task<Result<CpdOffer>> SetAsideAsync(Guid personId, string source, CancellationToken cancel) => OnOfferAsync(personId, source, "cpd-offer-set-aside", (db, offer, known) =>
    {
        if (known is null) { db.Add(new CpdSetAside(personId, offer.FromId, offer.Number)); }
    }, cancel);

    public Task<Result<CpdOffer>> BringBackAsync(Guid personId, string source, CancellationToken cancel) => OnOfferAsync(personId, source, "cpd-offer-brought-back", (db, _, known) =>
    {
        if (known is not null) { db.Remove(known); }
    }, cancel);

    /// <param name="checklist">A checklist's key, or <see cref="CpdChoice.None"/>.</param>
    public Task<Result<string>> ChooseAsync(Guid personId, string checklist, CancellationToken cancel) =>
        work.DecideAsync<string>(async (db, nowUtc) =>
        {
            if (checklist != CpdChoice.None && content.Checklists.All(c => c.Key != checklist)) { return new ChecklistUnknown(); }
            if (await db.CpdChoices.FindAsync([personId], cancel) is { } known) { known.Change(checklist); }
            else { db.Add(new CpdChoice(personId, checklist)); }
            db.Record(nowUtc, personId, "cpd-checklist-chosen", personId);
            return checklist;
        }, cancel);

    private Task<Result<CpdOffer>> OnOfferAsync(Guid personId, string source, string what, Action<LearningDb, CpdOffer, CpdSetAside?> decide, CancellationToken cancel) =>
        work.DecideAsync<CpdOffer>(async (db, nowUtc) =>
        {
            if (await CpdOffers.FindAsync(db, personId, source, nowUtc, cancel) is not { } offer) { return new NoSuchOffer(); }
            decide(db, offer, await db.CpdSetAside.FindAsync([personId, offer.FromId, offer.Number], cancel));
            if (db.ChangeTracker.HasChanges()) { db.Record(nowUtc, personId, what, personId); }
            return offer;
        }, cancel);

    private Task<Result<Guid>> DecideAsync(Guid id, Guid personId, string what, Func<CpdEntry, DateTime, Result<CpdEntry>> decide, CancellationToken cancel) =>
        work.DecideAsync<Guid>(async (db, nowUtc) =>
        {
            // Touched first: on PostgreSQL two windows that save at once are decided one after the other.
            await db.CpdEntries.Where(e => e.Id == id && e.PersonId == personId).ExecuteUpdateAsync(set => set.SetProperty(e => e.Version, e => e.Version), cancel);
            if (await db.CpdEntries.SingleOrDefaultAsync(e => e.Id == id && e.PersonId == personId, cancel) is not { } entry) { return new CpdEntryNotFound(); }
            var decided = decide(entry, nowUtc);
            if (decided.Refusal is { } no) { return no; }
            if (db.ChangeTracker.HasChanges()) { db.Record(nowUtc, personId, what, id); }
            return id;
        }, cancel);
}
