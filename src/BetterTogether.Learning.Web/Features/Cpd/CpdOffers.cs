using BetterTogether.Learning.Domain.Cpd;
using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Cpd;

/// <summary>Something its person may add to their record: offered, never added by itself.</summary>
/// <param name="FromId">The session's, or the objective's.</param>
/// <param name="Number">Of a reflection in its objective's history; 0 for a session.</param>
/// <param name="Learnt">Their own reflection, to begin with.</param>
public sealed record CpdOffer(Guid FromId, int Number, CpdSource Source, CpdKind Kind, string Title, DateOnly On, string? Learnt = null);

/// <summary>What is offered: open sessions somebody came to or ran, and their reflections on work and training; a wellbeing objective offers nothing.</summary>
public static class CpdOffers
{
    public const string ReflectionTitle = "A reflection on my practice";

    private static readonly TimeSpan LongestBack = TimeSpan.FromDays(3 * 366);

    public static CpdOffer Of(PastSession session) => new(
        session.SessionId, 0, new CpdSource($"session:{session.SessionId}", session.Tags), session.Facilitated ? CpdKind.Facilitated : CpdKind.Attended, session.Title, session.On);

    public static CpdOffer Reflection(Guid objectiveId, int number, DateOnly on, string text) =>
        new(objectiveId, number, new CpdSource($"reflection:{objectiveId}:{number}", null), CpdKind.Reflection, ReflectionTitle, on, text);

    /// <summary>One of a person's offers by its key; null where it is none of theirs.</summary>
    public static async Task<CpdOffer?> FindAsync(LearningDb db, Guid personId, string key, DateTime nowUtc, CancellationToken cancel)
    {
        switch (key.Split(':'))
        {
            case ["session", var session] when Guid.TryParse(session, out var id):
                var past = await PastSessions.Of(db, personId, nowUtc - LongestBack, nowUtc).ToListAsync(cancel);
                return past.Where(s => s.SessionId == id).OrderByDescending(s => s.Facilitated).Select(Of).FirstOrDefault(o => o.Source.Key == key);
            case ["reflection", var objective, var number] when Guid.TryParse(objective, out var id) && int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var nth):
                var mine = db.Objectives.Where(o => o.Id == id && o.PersonId == personId && o.Kind != ObjectiveKind.Wellbeing);
                var entry = await db.ObjectiveEntries.SingleOrDefaultAsync(e => e.ObjectiveId == id && e.Number == nth && e.Kind == EntryKind.Reflection && mine.Any(), cancel);
                return entry is null ? null : Reflection(id, nth, entry.On, entry.Text);
            default:
                return null;
        }
    }
}
