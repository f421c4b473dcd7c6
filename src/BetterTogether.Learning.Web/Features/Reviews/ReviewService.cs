using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>What the two sides do with a review: each one decision under the review's lock. To everybody else it does not exist.</summary>
public sealed class ReviewService(UnitOfWork work, HandOverService handOvers, ReviewMails mails, IOptions<ReviewOptions> options, ILogger<ReviewService> log)
{
    /// <param name="version">The one the writer began from; null takes what comes.</param>
    public Task<Result<ReviewPreparation>> PrepareAsync(Guid reviewId, Guid callerId, string? text, int? version, CancellationToken cancel) => DecideAsync(reviewId, callerId, async (db, seat, nowUtc) =>
    {
        if (seat.Review.IsComplete) { return new ReviewComplete(); }
        var written = (await MineAsync(db, seat, cancel)).Write(text, version);
        if (written.Refusal is not null) { return written; }
        if (seat.Review.Status == ReviewStatus.NotStarted) { db.Record(nowUtc, callerId, "review-begun", reviewId); }
        seat.Review.Prepare();
        return written;
    }, cancel);

    /// <summary>From now on the other side reads it. An empty one may be shared: "I would rather talk".</summary>
    public Task<Result<Review>> ShareAsync(Guid reviewId, Guid callerId, CancellationToken cancel) => DecideAsync(reviewId, callerId, async (db, seat, nowUtc) =>
    {
        var shared = seat.Review.Share(seat.Side!.Value, nowUtc);
        if (shared.Refusal is not null) { return shared; }
        var mine = await MineAsync(db, seat, cancel);
        if (mine.SharedAtUtc is not null) { return shared; }
        mine.Share(nowUtc);
        db.Record(nowUtc, callerId, "review-shared", reviewId);
        await mails.SharedAsync(db, seat, nowUtc, cancel);
        return shared;
    }, cancel);

    public Task<Result<Review>> WriteAsync(Guid reviewId, Guid callerId, string? text, int version, DateOnly? heldOn, bool typing, CancellationToken cancel) => DecideAsync(reviewId, callerId, (db, seat, nowUtc) =>
    {
        var before = seat.Review.Version;
        var written = seat.Review.Write(text ?? "", version, heldOn, callerId, nowUtc, typing);
        if (written.Refusal is null && written.Value.Version != before) { db.Record(nowUtc, callerId, "review-outcome-written", reviewId, nameof(Review.Outcome)); }
        return Task.FromResult(written);
    }, cancel);

    public Task<Result<Review>> ConfirmAsync(Guid reviewId, Guid callerId, int version, CancellationToken cancel) => DecideAsync(reviewId, callerId, async (db, seat, nowUtc) =>
    {
        var (review, wasComplete, waited) = (seat.Review, seat.Review.IsComplete, seat.Review.IsUpTo(seat.Side!.Value));
        var confirmed = review.Confirm(seat.Side.Value, version, callerId, nowUtc);
        if (confirmed.Refusal is not null || wasComplete || !waited) { return confirmed; }
        db.Record(nowUtc, callerId, "review-confirmed", reviewId);
        if (review.IsComplete)
        {
            var record = new ReviewRecord(Ids.New(nowUtc), review);
            db.Add(record);
            if (options.Value.AsksAbove) { await mails.ToReadAsync(db, seat, record, nowUtc, cancel); }
            log.Completed(review.Id, review.Version);
        }
        await mails.ConfirmedAsync(db, seat, nowUtc, cancel);
        return confirmed;
    }, cancel);

    public Task<Result<Review>> ReopenAsync(Guid reviewId, Guid callerId, string? reason, CancellationToken cancel) => DecideAsync(reviewId, callerId, async (db, seat, nowUtc) =>
    {
        var reopened = seat.Review.Reopen(reason);
        if (reopened.Refusal is not null) { return reopened; }
        var record = await db.ReviewRecords.SingleAsync(r => r.ReviewId == reviewId && r.ReopenedAtUtc == null, cancel);
        record.Reopened(callerId, ReviewText.Checked(reason, "Reason").Value.Trim(), nowUtc);
        db.Record(nowUtc, callerId, "review-reopened", reviewId);
        await mails.ReopenedAsync(db, seat, record, nowUtc, cancel);
        return reopened;
    }, cancel);

    /// <summary>"I have read this", by whoever the council asks to.</summary>
    public Task<Result<Review>> CounterSignAsync(Guid reviewId, Guid callerId, CancellationToken cancel) => work.DecideAsync(async (db, nowUtc) =>
    {
        if (await ReviewSeat.TakeAsync(db, reviewId, callerId, nowUtc, cancel) is not { } seat || !seat.CounterSigns(options.Value)) { return new ReviewNotFound(); }
        var known = seat.Review.CounterSignedAtUtc is not null;
        var signed = seat.Review.CounterSign(callerId, nowUtc);
        if (signed.Refusal is null && !known) { db.Record(nowUtc, callerId, "review-counter-signed", reviewId); }
        return signed;
    }, cancel);

    /// <summary>The employee's words beside the outcome, or those of the line manager at home during a secondment.</summary>
    public Task<Result<ReviewComment>> CommentAsync(Guid reviewId, Guid callerId, string? text, CancellationToken cancel) => work.DecideAsync<ReviewComment>(async (db, nowUtc) =>
    {
        if (await ReviewSeat.TakeAsync(db, reviewId, callerId, nowUtc, cancel) is not { } seat || (seat.Side is null && seat.Home != callerId)) { return new ReviewNotFound(); }
        if (seat.Side == ReviewSide.Manager) { return new NotSeconded(); }
        var written = ReviewText.Checked(text, "Comment");
        if (written.Refusal is { } no) { return no; }
        if (string.IsNullOrWhiteSpace(written.Value)) { return new Invalid("comment-missing", "Write a comment first", "Comment"); }
        var comment = new ReviewComment(Ids.New(nowUtc), reviewId, callerId, seat.Side is null ? ReviewCommentKind.Home : ReviewCommentKind.Employee, written.Value, nowUtc);
        db.Add(comment);
        db.Record(nowUtc, callerId, "review-commented", reviewId, nameof(ReviewComment.Text));
        return comment;
    }, cancel);

    /// <summary>"Recorded in the learning hub on …", where the council's own form is the record.</summary>
    public Task<Result<Review>> RecordAsync(Guid reviewId, Guid callerId, DateOnly? on, CancellationToken cancel) => DecideAsync(reviewId, callerId, (db, seat, nowUtc) =>
    {
        var today = nowUtc.ToLondonDate();
        var recorded = seat.Review.Record(on ?? today, today);
        if (recorded.Refusal is null) { db.Record(nowUtc, callerId, "review-recorded", reviewId, nameof(Review.RecordedOn)); }
        return Task.FromResult(recorded);
    }, cancel);

    /// <summary>The desk hears that they ask, and nothing else.</summary>
    public Task<Result<Review>> AskForOtherReviewerAsync(Guid reviewId, Guid callerId, CancellationToken cancel) => DecideAsync<Review>(reviewId, callerId, (db, seat, nowUtc) =>
    {
        if (seat.Side != ReviewSide.Employee) { return Task.FromResult<Result<Review>>(new ReviewNotFound()); }
        if (seat.Review.IsComplete) { return Task.FromResult<Result<Review>>(new ReviewComplete()); }
        seat.Review.AskForOtherReviewer(nowUtc);
        db.Record(nowUtc, callerId, "other-reviewer-asked-for", reviewId);
        return Task.FromResult<Result<Review>>(seat.Review);
    }, cancel);

    /// <summary>Notes who opened it, once a day; the employee's own looks are nobody's business.</summary>
    public async Task OpenedAsync(Guid reviewId, Guid readerId, DateOnly today, CancellationToken cancel)
    {
        await using (var db = await work.ReadAsync(cancel))
        {
            if (await db.ReviewReadings.AnyAsync(r => r.ReviewId == reviewId && r.ReaderId == readerId && r.Day == today, cancel)) { return; }
        }
        await work.DecideAsync<bool>(async (db, _) =>
        {
            if (await db.ReviewReadings.FindAsync([reviewId, readerId, today], cancel) is null) { db.Add(new ReviewReading(reviewId, readerId, today)); }
            return true;
        }, cancel);
    }

    private Task<Result<T>> DecideAsync<T>(Guid reviewId, Guid callerId, Func<LearningDb, ReviewSeat, DateTime, Task<Result<T>>> decide, CancellationToken cancel) => work.DecideAsync(async (db, nowUtc) =>
    {
        if (await ReviewSeat.TakeAsync(db, reviewId, callerId, nowUtc, cancel) is not { Side: not null } seat) { return new ReviewNotFound(); }
        await handOvers.NoticeAsync(db, seat, nowUtc, cancel);
        return await decide(db, seat, nowUtc);
    }, cancel);

    private static async Task<ReviewPreparation> MineAsync(LearningDb db, ReviewSeat seat, CancellationToken cancel)
    {
        if (await db.ReviewPreparations.FindAsync([seat.Review.Id, seat.CallerId], cancel) is { } known) { return known; }
        var mine = new ReviewPreparation(seat.Review.Id, seat.CallerId, seat.Side!.Value);
        db.Add(mine);
        return mine;
    }
}
