using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>Planning the conversation, and the short one half-way through the year.</summary>
public sealed class ConversationService(UnitOfWork work, HandOverService handOvers, ConversationInvites invites)
{
    public Task<Result<Review>> PlanAsync(Guid reviewId, Guid callerId, Period when, string? place, CancellationToken cancel) => DecideAsync(reviewId, callerId, async (db, seat, nowUtc) =>
    {
        var (before, number) = (seat.Review.Planned, seat.Review.PlanNumber);
        var planned = seat.Review.PlanFor(when, place, nowUtc);
        if (planned.Refusal is not null || seat.Review.PlanNumber == number) { return planned; }
        db.Record(nowUtc, callerId, "review-conversation-planned", reviewId);
        await invites.TellAsync(db, seat, before, nowUtc, cancel);
        return planned;
    }, cancel);

    public Task<Result<Review>> CallOffAsync(Guid reviewId, Guid callerId, CancellationToken cancel) => DecideAsync<Review>(reviewId, callerId, async (db, seat, nowUtc) =>
    {
        if (seat.Review.Planned is null) { return seat.Review; }
        db.Record(nowUtc, callerId, "review-conversation-called-off", reviewId);
        await invites.CallOffAsync(db, seat, nowUtc, cancel);
        return seat.Review;
    }, cancel);

    public Task<Result<MidYearTalk>> WriteMidYearAsync(Guid reviewId, Guid callerId, string? text, DateOnly? heldOn, int version, CancellationToken cancel) => DecideAsync(reviewId, callerId, async (db, seat, nowUtc) =>
    {
        var today = nowUtc.ToLondonDate();
        if (!MidYearTalk.IsTime(await db.Cycles.SingleAsync(c => c.Id == seat.Review.CycleId, cancel), today)) { return new MidYearNotYet(); }
        var written = (await TalkAsync(db, reviewId, cancel)).Write(text, heldOn, version, today);
        if (written.Refusal is null) { db.Record(nowUtc, callerId, "mid-year-written", reviewId, nameof(MidYearTalk.Text)); }
        return written;
    }, cancel);

    public Task<Result<MidYearTalk>> TickMidYearAsync(Guid reviewId, Guid callerId, int version, CancellationToken cancel) => DecideAsync(reviewId, callerId, async (db, seat, nowUtc) =>
    {
        var ticked = (await TalkAsync(db, reviewId, cancel)).Tick(seat.Side!.Value, version, nowUtc);
        if (ticked.Refusal is null) { db.Record(nowUtc, callerId, "mid-year-ticked", reviewId); }
        return ticked;
    }, cancel);

    private Task<Result<T>> DecideAsync<T>(Guid reviewId, Guid callerId, Func<LearningDb, ReviewSeat, DateTime, Task<Result<T>>> decide, CancellationToken cancel) => work.DecideAsync(async (db, nowUtc) =>
    {
        if (await ReviewSeat.TakeAsync(db, reviewId, callerId, nowUtc, cancel) is not { Side: not null } seat) { return new ReviewNotFound(); }
        await handOvers.NoticeAsync(db, seat, nowUtc, cancel);
        return await decide(db, seat, nowUtc);
    }, cancel);

    private static async Task<MidYearTalk> TalkAsync(LearningDb db, Guid reviewId, CancellationToken cancel)
    {
        if (await db.MidYearTalks.FindAsync([reviewId], cancel) is { } known) { return known; }
        var talk = new MidYearTalk(reviewId);
        db.Add(talk);
        return talk;
    }
}
