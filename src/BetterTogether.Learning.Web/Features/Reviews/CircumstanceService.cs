using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>Real lives, as the desk notes them: probation, two posts, secondment, days away (never why), another reviewer.</summary>
public sealed class CircumstanceService(UnitOfWork work, HandOverService handOvers)
{
    /// <param name="kind">Null: nothing special any more.</param>
    /// <param name="postId">A further post's, or the person's own id.</param>
    public Task<Result<Cycle>> NoteAsync(Guid actorId, Guid cycleId, Guid personId, Guid postId, DueExceptionKind? kind, DateOnly? countsFrom, CancellationToken cancel) => work.DecideAsync<Cycle>(async (db, nowUtc) =>
    {
        if (await db.Cycles.FindAsync([cycleId], cancel) is not { } cycle) { return new CycleNotFound(); }
        if (await db.People.FindAsync([personId], cancel) is not { } person) { return new PersonNotFound(); }
        if (countsFrom > nowUtc.ToLondonDate()) { return new Invalid("date-in-future", "Enter a day that is not in the future", "CountsFrom"); }
        var noted = await db.DueExceptions.FindAsync([cycleId, personId, postId], cancel);
        if (kind is null) { if (noted is not null) { db.Remove(noted); } }
        else if (noted is null) { db.Add(new DueException(cycleId, personId, postId, kind.Value, countsFrom)); }
        else { noted.Change(kind.Value, countsFrom); }
        db.Record(nowUtc, actorId, "review-exception-noted", personId, $"{kind}");
        await db.SaveChangesAsync(cancel);
        if (kind == DueExceptionKind.Included && cycle.OpenedAtUtc is not null && await MakeAsync(db, cycle, person, postId, nowUtc, cancel) is { } no) { return no; }
        await DueDates.SettleAsync(db, cycle, personId, cancel);
        return cycle;
    }, cancel);

    public Task<Result<AwayPeriod>> SetAwayAsync(Guid actorId, Guid personId, DateOnly? from, DateOnly? until, CancellationToken cancel) => work.DecideAsync<AwayPeriod>(async (db, nowUtc) =>
    {
        if (await db.People.FindAsync([personId], cancel) is null) { return new PersonNotFound(); }
        if (from is not { } first) { return new Invalid("from-missing", "Enter the first day away", "From"); }
        if (until < first) { return new Invalid("until-wrong", "The last day away cannot be before the first", "Until"); }
        var known = await db.AwayPeriods.Where(a => a.PersonId == personId).ToListAsync(cancel);
        // Entered again with its end, or twice: one period, not two.
        var period = known.Find(a => a.From == first);
        if (period is null) { db.Add(period = new AwayPeriod(Ids.New(nowUtc), personId, first, until)); }
        else { period.EndOn(until); }
        db.Record(nowUtc, actorId, "away-noted", personId);
        await DueDates.SettleAsync(db, personId, cancel);
        return period;
    }, cancel);

    public Task<Result<bool>> RemoveAwayAsync(Guid actorId, Guid personId, Guid awayId, CancellationToken cancel) => work.DecideAsync<bool>(async (db, nowUtc) =>
    {
        if (await db.AwayPeriods.SingleOrDefaultAsync(a => a.Id == awayId && a.PersonId == personId, cancel) is not { } period) { return false; }
        db.Remove(period);
        db.Record(nowUtc, actorId, "away-removed", personId);
        await DueDates.SettleAsync(db, personId, cancel);
        return true;
    }, cancel);

    public Task<Result<Post>> AddPostAsync(Guid actorId, Guid personId, PostKind kind, string? title, string? managerEmail, DateOnly? from, DateOnly? until, CancellationToken cancel) => work.DecideAsync<Post>(async (db, nowUtc) =>
    {
        if (await db.People.FindAsync([personId], cancel) is not { } person) { return new PersonNotFound(); }
        var name = (title ?? "").Trim();
        if (name.Length is 0 or > ReviewText.LongestLine || !name.IsLine()) { return new Invalid("title-wrong", "Enter what the post is called, on one line", "Title"); }
        var email = PersonDetails.TidyEmail(managerEmail);
        if (await db.People.SingleOrDefaultAsync(p => p.Email == email && p.Active, cancel) is not { } manager || manager.Id == personId) { return new Invalid("manager-unknown", "Enter the work e-mail of its line manager, as in the directory", "ManagerEmail"); }
        if (manager.Id == actorId) { return new NamesYourself("ManagerEmail"); }
        var today = nowUtc.ToLondonDate();
        if (until < (from ?? today)) { return new Invalid("until-wrong", "The last day cannot be before the first", "Until"); }
        var post = new Post(Ids.New(nowUtc), personId, kind, name, manager.Id, from ?? today, until);
        db.Add(post);
        db.Record(nowUtc, actorId, "post-added", personId, $"{kind}");
        await db.SaveChangesAsync(cancel);
        return post;
    }, cancel);

    public Task<Result<bool>> EndPostAsync(Guid actorId, Guid personId, Guid postId, CancellationToken cancel) => work.DecideAsync<bool>(async (db, nowUtc) =>
    {
        if (await db.Posts.SingleOrDefaultAsync(p => p.Id == postId && p.PersonId == personId, cancel) is not { } post) { return false; }
        post.End(nowUtc.ToLondonDate().AddDays(-1));
        db.Record(nowUtc, actorId, "post-ended", personId);
        return true;
    }, cancel);

    /// <param name="reviewerEmail">Empty: the line manager stays, or comes back.</param>
    public Task<Result<Review>> AnswerReviewerAsync(Guid actorId, Guid reviewId, string? reviewerEmail, CancellationToken cancel) => work.DecideAsync<Review>(async (db, nowUtc) =>
    {
        if (await ReviewSeat.TakeAsync(db, reviewId, actorId, nowUtc, cancel) is not { } seat) { return new ReviewNotFound(); }
        if (seat.Review.IsComplete) { return new ReviewComplete(); }
        var email = PersonDetails.TidyEmail(reviewerEmail);
        var reviewer = email.Length == 0 ? null : await db.People.SingleOrDefaultAsync(p => p.Email == email && p.Active, cancel);
        if (email.Length > 0 && (reviewer is null || reviewer.Id == seat.Employee.Id)) { return new Invalid("reviewer-unknown", "Enter the work e-mail of another colleague, as in the directory", "ReviewerEmail"); }
        if (reviewer?.Id == actorId) { return new NamesYourself("ReviewerEmail"); }
        seat.Review.AnswerReviewer(reviewer?.Id);
        db.Record(nowUtc, actorId, "reviewer-agreed", reviewId, nameof(Review.ReviewerId));
        await handOvers.NoticeAsync(db, await ReviewSeat.LookAsync(db, seat.Review, actorId, nowUtc, cancel), nowUtc, cancel);
        return seat.Review;
    }, cancel);

    private static async Task<Refusal?> MakeAsync(LearningDb db, Cycle cycle, Person person, Guid postId, DateTime nowUtc, CancellationToken cancel)
    {
        if (await db.Reviews.AnyAsync(r => r.CycleId == cycle.Id && r.PersonId == person.Id && r.PostId == postId, cancel)) { return null; }
        var posts = await db.Posts.AsNoTracking().Where(p => p.PersonId == person.Id).ToListAsync(cancel);
        if (PersonAccess.LeadOf(person, postId, posts, nowUtc.ToLondonDate()) is not { } leadId) { return new NoLineManager(); }
        db.Add(new Review(Ids.New(nowUtc), cycle.Id, person.Id, postId, leadId));
        await db.SaveChangesAsync(cancel);
        return null;
    }
}
