using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>An open review goes where the directory says at once; here the change is noticed, written down, and told to all three.</summary>
public sealed class HandOverService(UnitOfWork work, ReviewMails mails, ConversationInvites conversations, ILogger<HandOverService> log)
{
    public Task<Result<HandOver>> LeaveNoteAsync(Guid handOverId, Guid callerId, string? note, CancellationToken cancel) => work.DecideAsync<HandOver>(async (db, nowUtc) =>
    {
        if (await db.HandOvers.SingleOrDefaultAsync(h => h.Id == handOverId && h.FromId == callerId && h.Note == null, cancel) is not { } move) { return new ReviewNotFound(); }
        var written = ReviewText.Checked(note, "Note");
        if (written.Refusal is { } no) { return no; }
        if (string.IsNullOrWhiteSpace(written.Value)) { return new Invalid("note-missing", "Write what the next person should know, or leave it", "Note"); }
        move.Leave(written.Value);
        db.Record(nowUtc, callerId, "review-hand-over-noted", move.ReviewId, nameof(HandOver.Note));
        return move;
    }, cancel);

    /// <summary>Part of every decision on a review, before it: a lead who no longer leads has confirmed nothing.</summary>
    internal async Task NoticeAsync(LearningDb db, ReviewSeat seat, DateTime nowUtc, CancellationToken cancel)
    {
        var (review, was) = (seat.Review, seat.Review.LastLeadId);
        if (seat.Lead?.Id == was || review.IsComplete) { return; }
        await conversations.CallOffAsync(db, seat, nowUtc, cancel);
        review.MoveTo(seat.Lead?.Id);
        db.Record(nowUtc, null, "review-moved", review.Id, nameof(Review.LastLeadId));
        if (was is not { } from || seat.Lead is not { } to) { return; }
        var move = new HandOver(Ids.New(nowUtc), review.Id, from, to.Id, nowUtc);
        db.Add(move);
        var before = await db.People.SingleAsync(p => p.Id == from, cancel);
        await mails.HandedOverAsync(db, seat, move, before, nowUtc, cancel);
        log.Moved(review.Id);
    }

    /// <summary>Those nobody has touched since the lead changed.</summary>
    public async Task SweepAsync(DateTime nowUtc, CancellationToken cancel)
    {
        var today = nowUtc.ToLondonDate();
        List<Guid> moved;
        await using (var db = await work.ReadAsync(cancel))
        {
            moved = await db.Led(db.Reviews.Where(r => r.Status != ReviewStatus.Complete), today).Where(x => x.Person.Active && x.LeadId != x.Review.LastLeadId).Select(x => x.Review.Id).Order().Take(200).ToListAsync(cancel);
        }
        foreach (var id in moved)
        {
            await work.DecideAsync<bool>(async (db, now) =>
            {
                if (await ReviewSeat.TakeAsync(db, id, Guid.Empty, now, cancel) is { } seat) { await NoticeAsync(db, seat, now, cancel); }
                return true;
            }, cancel);
        }
    }
}
