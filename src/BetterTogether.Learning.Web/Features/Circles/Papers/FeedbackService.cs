using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Circles.Papers;

/// <summary>The one question afterwards. Callers have seen that the person was in the circle.</summary>
public sealed class FeedbackService(UnitOfWork work)
{
    public Task<Result<bool>> AnswerAsync(Guid circleId, Guid personId, Heard heard, CancellationToken cancel) => work.DecideAsync<bool>(async (db, _) =>
    {
        if (await db.CircleFeedback.FindAsync([circleId, personId], cancel) is { } mine) { mine.Change(heard); }
        else { db.Add(new CircleFeedback(circleId, personId, heard)); }
        return true;
    }, cancel);

    public async Task<FeedbackView> OfAsync(Guid circleId, Guid personId, CancellationToken cancel)
    {
        await using var db = await work.ReadAsync(cancel);
        var answers = await db.CircleFeedback.AsNoTracking().Where(f => f.CircleId == circleId).Select(f => new { f.Heard, Mine = f.PersonId == personId }).ToListAsync(cancel);
        var counts = answers.Count < CircleFeedback.FewestToShow ? null : answers.CountBy(a => a.Heard).ToDictionary();
        return new FeedbackView(answers.Where(a => a.Mine).Select(a => (Heard?)a.Heard).FirstOrDefault(), counts);
    }
}

/// <param name="Mine">What I answered.</param>
/// <param name="Counts">For the facilitators; null while there are too few answers to hide who gave them.</param>
public sealed record FeedbackView(Heard? Mine, IReadOnlyDictionary<Heard, int>? Counts);
