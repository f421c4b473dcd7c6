using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Reviews;

public sealed class ReviewQueries(LearningDb db, IOptions<ReviewOptions> options, TimeProvider clock)
{
    /// <summary>The review as this caller may see it; null: it is none of theirs.</summary>
    public async Task<ReviewSheet?> FindAsync(Guid reviewId, Guid callerId, bool isDesk, CancellationToken cancel)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var found = await (from r in db.Reviews.AsNoTracking()
                           join c in db.Cycles on r.CycleId equals c.Id
                           where r.Id == reviewId
                           select new { Review = r, Cycle = c }).SingleOrDefaultAsync(cancel);
        if (found is not { Review: var review, Cycle: var cycle }) { return null; }
        var seat = await ReviewSeat.LookAsync(db, review, callerId, nowUtc, cancel);
        var counterSigns = seat.CounterSigns(options.Value);
        if (seat.Side is null && seat.Home != callerId && !isDesk && !counterSigns) { return null; }
        var post = review.IsMainPost ? seat.Employee.JobTitle : await db.Posts.Where(p => p.Id == review.PostId).Select(p => p.Title).SingleOrDefaultAsync(cancel);
        var sheet = new ReviewSheet(seat, cycle, nowUtc.ToLondonDate(), post ?? "") { CounterSigns = counterSigns };
        return seat.Side is not null ? await WithTextAsync(sheet, cancel) : seat.Home == callerId ? sheet with { Comments = await CommentsAsync(sheet, callerId, cancel) } : sheet;
    }

    /// <summary>The person's review in the latest cycle that has opened: the post in the directory first.</summary>
    public Task<Guid?> LatestIdAsync(Guid personId, CancellationToken cancel)
    {
        var today = clock.GetUtcNow().UtcDateTime.ToLondonDate();
        return (from review in db.Reviews
                join cycle in db.Cycles on review.CycleId equals cycle.Id
                where review.PersonId == personId && cycle.Opens == db.Cycles.Where(c => c.Opens <= today).Max(c => c.Opens)
                orderby review.PostId == review.PersonId ? 0 : 1, review.Id
                select (Guid?)review.Id).FirstOrDefaultAsync(cancel);
    }

    private async Task<ReviewSheet> WithTextAsync(ReviewSheet sheet, CancellationToken cancel)
    {
        var (id, callerId, side) = (sheet.Review.Id, sheet.Seat.CallerId, sheet.Side!.Value);
        var written = await (from p in db.ReviewPreparations.AsNoTracking()
                             join author in db.People on p.AuthorId equals author.Id
                             where p.ReviewId == id && (p.AuthorId == callerId || p.SharedAtUtc != null)
                             select new { Preparation = p, author.Name }).ToListAsync(cancel);
        var records = await db.ReviewRecords.AsNoTracking().Where(r => r.ReviewId == id).OrderByDescending(r => r.CompletedAtUtc).ToListAsync(cancel);
        var above = options.Value.AsksAbove ? sheet.Seat.Above : null;
        var people = new[] { sheet.Review.ManagerConfirmedById, sheet.Review.WrittenById, sheet.Review.CounterSignedById, above }.Concat(records.Select(r => r.ReopenedById)).OfType<Guid>().ToArray();
        var names = await db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        return sheet with
        {
            Mine = written.Find(w => w.Preparation.AuthorId == callerId)?.Preparation,
            Theirs = [.. written.Where(w => w.Preparation.AuthorId != callerId && (side == ReviewSide.Manager || w.Preparation.Side == ReviewSide.Manager))
                .OrderBy(w => w.Preparation.Side == side).ThenByDescending(w => w.Preparation.SharedAtUtc).Select(w => new SharedPreparation(w.Name, w.Preparation.Text, w.Preparation.SharedAtUtc!.Value))],
            CounterSigner = above is { } signer ? names.GetValueOrDefault(signer) : null,
            Records = records,
            Comments = await CommentsAsync(sheet, null, cancel),
            HandOvers = await (from move in db.HandOvers
                               join author in db.People on move.FromId equals author.Id
                               where move.ReviewId == id && move.Note != null
                               orderby move.AtUtc
                               select new Noted(author.Name, move.Note!, move.AtUtc)).ToListAsync(cancel),
            Readings = side == ReviewSide.Manager ? [] : await (from reading in db.ReviewReadings
                               join reader in db.People on reading.ReaderId equals reader.Id
                               where reading.ReviewId == id
                               orderby reading.Day descending, reader.Name
                               select new Reading(reader.Name, reading.Day)).Take(200).ToListAsync(cancel),
            MidYear = await db.MidYearTalks.AsNoTracking().SingleOrDefaultAsync(t => t.ReviewId == id, cancel),
            Names = names,
        };
    }

    private Task<List<Noted>> CommentsAsync(ReviewSheet sheet, Guid? authorId, CancellationToken cancel) =>
        (from comment in db.ReviewComments
         join author in db.People on comment.AuthorId equals author.Id
         where comment.ReviewId == sheet.Review.Id && (authorId == null || comment.AuthorId == authorId)
         orderby comment.AtUtc
         select new Noted(author.Name, comment.Text, comment.AtUtc)).ToListAsync(cancel);
}
