using BetterTogether.Learning.Domain.Cpd;
using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Cpd;

/// <summary>Reads of one's own CPD record; there are no others.</summary>
public sealed class CpdQueries(LearningDb db, CpdContent content, TimeProvider clock)
{
    public DateOnly Today => clock.GetUtcNow().UtcDateTime.ToLondonDate();

    /// <summary>A year of a record with what is offered for it, in three queries.</summary>
    /// <param name="texts">To print or take away; a list needs none.</param>
    public async Task<CpdView> YearAsync(Guid personId, RegistrationYear? asked, bool texts, CancellationToken cancel)
    {
        var year = asked ?? RegistrationYear.Of(Today);
        var (first, last, nowUtc) = (year.First, year.Last, clock.GetUtcNow().UtcDateTime);
        var toUtc = last.AddDays(1).StartOfDayUtc();
        var person = await db.People.Where(p => p.Id == personId).Select(p => new
        {
            p.Name, p.JobTitle, p.Employment, Chosen = db.CpdChoices.Where(c => c.PersonId == p.Id).Select(c => c.Checklist).FirstOrDefault(),
            Reflections = (from entry in db.ObjectiveEntries
                           join objective in db.Objectives on entry.ObjectiveId equals objective.Id
                           where objective.PersonId == p.Id && objective.Kind != ObjectiveKind.Wellbeing && entry.Kind == EntryKind.Reflection && entry.On >= first && entry.On <= last
                           select new { entry.ObjectiveId, entry.Number, entry.On, entry.Text, IsSetAside = db.CpdSetAside.Any(s => s.PersonId == personId && s.FromId == entry.ObjectiveId && s.Number == entry.Number) }).ToList(),
        }).SingleAsync(cancel);
        // Of other years only what tells that an offer was taken.
        var entries = await db.CpdEntries.Where(e => e.PersonId == personId && ((e.On >= first && e.On <= last) || e.SourceKey != null)).OrderByDescending(e => e.On).ThenByDescending(e => e.Id)
            .Select(e => new CpdLine(e.Id, e.Kind, e.Title, e.On, e.Status, e.CopiedOn, e.PeerReflection != null, e.SourceKey, e.Headings, e.Tags,
                texts ? e.Learnt : null, texts ? e.Impact : null, texts ? e.PeerReflection : null)).ToListAsync(cancel);
        var past = await PastSessions.Of(db, personId, first.StartOfDayUtc(), toUtc < nowUtc ? toUtc : nowUtc)
            .Select(s => new { Session = s, IsSetAside = db.CpdSetAside.Any(a => a.PersonId == personId && a.FromId == s.SessionId && a.Number == 0) }).ToListAsync(cancel);

        var known = entries.Select(e => e.SourceKey).ToHashSet();
        var offers = past.OrderByDescending(p => p.Session.Facilitated).DistinctBy(p => p.Session.SessionId).Select(p => (Offer: CpdOffers.Of(p.Session), p.IsSetAside))
            .Concat(person.Reflections.Select(r => (Offer: CpdOffers.Reflection(r.ObjectiveId, r.Number, r.On, r.Text), r.IsSetAside)))
            .Where(o => !known.Contains(o.Offer.Source.Key)).OrderByDescending(o => o.Offer.On).ToLookup(o => o.IsSetAside, o => o.Offer);
        var mine = entries.Where(e => year.Has(e.On)).ToList();
        var ready = mine.Where(e => e.Status != CpdStatus.Draft).ToList();
        var progress = content.ChecklistOf(person.Chosen, person.JobTitle, person.Employment)?.Progress(ready.Count, ready.Count(e => e.HasPeer));
        return new CpdView(person.Name, year, Today, mine, [.. offers[false]], [.. offers[true]], progress);
    }

    public Task<CpdEntry?> EntryAsync(Guid id, Guid personId, CancellationToken cancel) =>
        db.CpdEntries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.PersonId == personId, cancel);

    public Task<CpdOffer?> OfferAsync(Guid personId, string source, CancellationToken cancel) => CpdOffers.FindAsync(db, personId, source, clock.GetUtcNow().UtcDateTime, cancel);

    public Task<Guid?> AddedFromAsync(Guid personId, string source, CancellationToken cancel) =>
        db.CpdEntries.Where(e => e.PersonId == personId && e.SourceKey == source).Select(e => (Guid?)e.Id).SingleOrDefaultAsync(cancel);
}
