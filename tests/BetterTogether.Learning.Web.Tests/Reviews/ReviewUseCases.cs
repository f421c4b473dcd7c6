using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Features.Reviews;
using BetterTogether.Learning.Web.Tests.Faults;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Reviews;

internal sealed class ReviewUseCases : IUseCases
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static int years = 1500; // each review in a year of its own

    public IEnumerable<UseCase> Rows =>
    [
        On("ReviewService.PrepareAsync", (w, r) => Attempt.Of(() => w.The<ReviewService>().PrepareAsync(r.Id, r.PersonId, "Mine", null, None), db => db.ReviewPreparations.AnyAsync(p => p.ReviewId == r.Id && p.Text == "Mine"))),
        On("ReviewService.ShareAsync", (w, r) => Attempt.Of(() => w.The<ReviewService>().ShareAsync(r.Id, r.PersonId, None), db => db.Reviews.AnyAsync(x => x.Id == r.Id && x.EmployeeSharedAtUtc != null))),
        On("ReviewService.WriteAsync", (w, r) => Attempt.Of(() => w.The<ReviewService>().WriteAsync(r.Id, Lead(r), "We agreed", 0, null, typing: false, None), db => db.Reviews.AnyAsync(x => x.Id == r.Id && x.Version == 1)), Shared),
        On("ReviewService.ConfirmAsync", (w, r) => Attempt.Of(() => w.The<ReviewService>().ConfirmAsync(r.Id, r.PersonId, 1, None), async db => await db.Reviews.AnyAsync(x => x.Id == r.Id && x.CompletedAtUtc != null) && await db.ReviewRecords.CountAsync(x => x.ReviewId == r.Id) == 1), HalfConfirmed),
        On("ReviewService.ReopenAsync", (w, r) => Attempt.Of(() => w.The<ReviewService>().ReopenAsync(r.Id, r.PersonId, "A mistake", None), db => db.ReviewRecords.AnyAsync(x => x.ReviewId == r.Id && x.ReopenedAtUtc != null)), Complete),
        new("ReviewService.CounterSignAsync", async w =>
        {
            var director = await w.PersonAsync("director");
            var review = await ReviewAsync(w, Complete, director);
            return Attempt.Of(() => w.The<ReviewService>().CounterSignAsync(review.Id, director.Id, None), db => db.Reviews.AnyAsync(x => x.Id == review.Id && x.CounterSignedById == director.Id));
        }),
        new("ReviewService.ConfirmAsync", async w =>
        {
            var director = await w.PersonAsync("director");
            var review = await ReviewAsync(w, HalfConfirmed, director);
            return Attempt.Of(() => w.The<ReviewService>().ConfirmAsync(review.Id, review.PersonId, 1, None), async db => await db.Reviews.AnyAsync(x => x.Id == review.Id && x.CompletedAtUtc != null) && await db.Outbox.AnyAsync(m => m.PersonId == director.Id));
        }, "somebody above is asked"),
        On("ReviewService.CommentAsync", (w, r) => Attempt.Of(() => w.The<ReviewService>().CommentAsync(r.Id, r.PersonId, "Thank you", None), db => db.ReviewComments.AnyAsync(c => c.ReviewId == r.Id))),
        On("ReviewService.RecordAsync", (w, r) => Attempt.Of(() => w.The<ReviewService>().RecordAsync(r.Id, Lead(r), null, None), db => db.Reviews.AnyAsync(x => x.Id == r.Id && x.RecordedOn != null)), Complete),
        On("ReviewService.AskForOtherReviewerAsync", (w, r) => Attempt.Of(() => w.The<ReviewService>().AskForOtherReviewerAsync(r.Id, r.PersonId, None), db => db.Reviews.AnyAsync(x => x.Id == r.Id && x.WantsOtherReviewerAtUtc != null))),
        On("ReviewService.OpenedAsync", (w, r) => Attempt.Of(() => w.The<ReviewService>().OpenedAsync(r.Id, Lead(r), w.NowUtc.ToLondonDate(), None), db => db.ReviewReadings.AnyAsync(x => x.ReviewId == r.Id))),
        On("ConversationService.PlanAsync", (w, r) =>
        {
            var when = A.Period(w.NowUtc.AddDays(20));
            return Attempt.Of(() => w.The<ConversationService>().PlanAsync(r.Id, r.PersonId, when, "Room 2", None), db => db.Reviews.AnyAsync(x => x.Id == r.Id && x.PlannedPlace == "Room 2"));
        }),
        On("ConversationService.CallOffAsync", (w, r) => Attempt.Of(() => w.The<ConversationService>().CallOffAsync(r.Id, r.PersonId, None), db => db.Reviews.AnyAsync(x => x.Id == r.Id && x.PlannedStartsAtUtc == null)), (r, nowUtc) => r.PlanFor(A.Period(nowUtc.AddDays(20)), null, nowUtc)),
        On("ConversationService.WriteMidYearAsync", (w, r) => Attempt.Of(() => w.The<ConversationService>().WriteMidYearAsync(r.Id, Lead(r), "On the way", null, 0, None), db => db.MidYearTalks.AnyAsync(t => t.ReviewId == r.Id && t.Version == 1))),
        new("ConversationService.TickMidYearAsync", async w =>
        {
            var review = await ReviewAsync(w);
            await w.The<ConversationService>().WriteMidYearAsync(review.Id, Lead(review), "On the way", w.NowUtc.ToLondonDate(), 0, None);
            return Attempt.Of(() => w.The<ConversationService>().TickMidYearAsync(review.Id, review.PersonId, 1, None), db => db.MidYearTalks.AnyAsync(t => t.ReviewId == review.Id && t.EmployeeTickedAtUtc != null));
        }),
        On("CircumstanceService.NoteAsync", (w, r) => Attempt.Of(() => w.The<CircumstanceService>().NoteAsync(A.Desk, r.CycleId, r.PersonId, r.PersonId, DueExceptionKind.Included, null, None), db => db.DueExceptions.AnyAsync(e => e.CycleId == r.CycleId && e.PersonId == r.PersonId))),
        On("CircumstanceService.SetAwayAsync", (w, r) => Attempt.Of(() => w.The<CircumstanceService>().SetAwayAsync(A.Desk, r.PersonId, w.NowUtc.ToLondonDate(), null, None), async db => await db.AwayPeriods.CountAsync(a => a.PersonId == r.PersonId) == 1)),
        new("CircumstanceService.RemoveAwayAsync", async w =>
        {
            var person = await w.PersonAsync();
            var away = new AwayPeriod(Ids.New(w.NowUtc), person.Id, w.NowUtc.ToLondonDate());
            await w.App.Has(away);
            return Attempt.Of(() => w.The<CircumstanceService>().RemoveAwayAsync(A.Desk, person.Id, away.Id, None), async db => !await db.AwayPeriods.AnyAsync(a => a.Id == away.Id));
        }),
        new("CircumstanceService.AddPostAsync", async w =>
        {
            var (person, manager) = (await w.PersonAsync(), await w.PersonAsync("manager"));
            return Attempt.Of(() => w.The<CircumstanceService>().AddPostAsync(A.Desk, person.Id, PostKind.Second, "Trainer", manager.Email, null, null, None), db => db.Posts.AnyAsync(p => p.PersonId == person.Id));
        }),
        new("CircumstanceService.EndPostAsync", async w =>
        {
            var (person, manager) = (await w.PersonAsync(), await w.PersonAsync("manager"));
            var post = new Post(Ids.New(w.NowUtc), person.Id, PostKind.Second, "Trainer", manager.Id, w.NowUtc.ToLondonDate().AddDays(-30));
            await w.App.Has(post);
            return Attempt.Of(() => w.The<CircumstanceService>().EndPostAsync(A.Desk, person.Id, post.Id, None), db => db.Posts.AnyAsync(p => p.Id == post.Id && p.Until != null));
        }),
        new("CircumstanceService.AnswerReviewerAsync", async w =>
        {
            var (review, reviewer) = (await ReviewAsync(w), await w.PersonAsync("reviewer"));
            return Attempt.Of(() => w.The<CircumstanceService>().AnswerReviewerAsync(A.Desk, review.Id, reviewer.Email, None), async db => await db.Reviews.AnyAsync(r => r.Id == review.Id && r.LastLeadId == reviewer.Id) && await db.HandOvers.CountAsync(h => h.ReviewId == review.Id) == 1);
        }),
        new("HandOverService.LeaveNoteAsync", async w =>
        {
            var (review, before) = (await ReviewAsync(w), await w.PersonAsync("before"));
            var move = new HandOver(Ids.New(w.NowUtc), review.Id, before.Id, Lead(review), w.NowUtc);
            await w.App.Has(move);
            return Attempt.Of(() => w.The<HandOverService>().LeaveNoteAsync(move.Id, before.Id, "Half way there", None), db => db.HandOvers.AnyAsync(h => h.Id == move.Id && h.Note != null));
        }),
        new("CycleService.PlanAsync", w =>
        {
            var details = NextYear();
            return Task.FromResult(Attempt.Of(() => w.The<CycleService>().PlanAsync(A.Desk, details, None), async db => await db.Cycles.CountAsync(c => c.Label == details.Label) == 1));
        }),
        new("CycleService.ChangeAsync", async w =>
        {
            var details = NextYear();
            var cycle = Cycle.Plan(details, w.NowUtc).Value;
            await w.App.Has(cycle);
            return Attempt.Of(() => w.The<CycleService>().ChangeAsync(A.Desk, cycle.Id, details with { GraceDays = 3 }, None), db => db.Cycles.AnyAsync(c => c.Id == cycle.Id && c.GraceDays == 3));
        }),
        new("StandInService.AgreeAsync", async w =>
        {
            var (manager, other) = (await w.PersonAsync("manager"), await w.PersonAsync("other"));
            var until = w.NowUtc.ToLondonDate().AddDays(20);
            return Attempt.Of(() => w.The<StandInService>().AgreeAsync(manager.Id, manager.Id, other.Email, null, until, None), async db => await db.Delegations.CountAsync(d => d.ManagerId == manager.Id) == 1);
        }),
        new("StandInService.AgreeAsync", async w =>
        {
            var (manager, other) = (await w.PersonAsync("manager"), await w.PersonAsync("other"));
            var until = w.NowUtc.ToLondonDate().AddDays(20);
            return Attempt.Of(() => w.The<StandInService>().AgreeAsync(manager.Id, A.Desk, other.Email, null, until, None), async db => await db.Delegations.CountAsync(d => d.ManagerId == manager.Id) == 1 && await db.Outbox.CountAsync(m => m.PersonId == manager.Id || m.PersonId == other.Id) == 2);
        }, "by the desk"),
        new("StandInService.EndAsync", async w =>
        {
            var (manager, other) = (await w.PersonAsync("manager"), await w.PersonAsync("other"));
            var today = w.NowUtc.ToLondonDate();
            var agreed = Delegation.Agree(manager.Id, other.Id, today, today.AddDays(20), w.NowUtc).Value;
            await w.App.Has(agreed);
            return Attempt.Of(() => w.The<StandInService>().EndAsync(agreed.Id, manager.Id, manager.Id, None), db => db.Delegations.AnyAsync(d => d.Id == agreed.Id && d.EndedAtUtc != null));
        }),
    ];

    public IReadOnlyDictionary<string, string> Spared => new Dictionary<string, string>
    {
        ["StandInService.OfAsync"] = "reads",
        ["StandInService.NameAsync"] = "reads",
        ["CycleService.OpenAsync"] = "a sweep: what it did not come to, the next one makes, and nothing twice (Reviews/CycleTests, AtOnceTests)",
        ["HandOverService.SweepAsync"] = "a sweep of single decisions, each the one AnswerReviewerAsync makes",
        ["ReminderService.SendAsync"] = "a sweep: its ledger says who was reminded, in the same commit (Reviews/RemindersTests)",
    };

    private static UseCase On(string method, Func<Workshop, Review, Attempt> attempt, Action<Review, DateTime>? first = null) => new(method, async w => attempt(w, await ReviewAsync(w, first)));

    private static Guid Lead(Review review) => review.LastLeadId!.Value;

    private static void Shared(Review review, DateTime nowUtc) => review.Share(ReviewSide.Employee, nowUtc);

    private static void HalfConfirmed(Review review, DateTime nowUtc)
    {
        Shared(review, nowUtc);
        review.Write("We agreed", 0, null, Lead(review), nowUtc);
        review.Confirm(ReviewSide.Manager, 1, Lead(review), nowUtc);
    }

    private static void Complete(Review review, DateTime nowUtc)
    {
        HalfConfirmed(review, nowUtc);
        review.Confirm(ReviewSide.Employee, 1, review.PersonId, nowUtc);
    }

    private static CycleDetails NextYear()
    {
        var year = Interlocked.Increment(ref years);
        return CycleDetails.Usual(year) with { Label = $"{year}" };
    }

    private static async Task<Review> ReviewAsync(Workshop w, Action<Review, DateTime>? first = null, Person? above = null)
    {
        var manager = await w.PersonAsync("manager", managedBy: above);
        var employee = await w.PersonAsync(managedBy: manager);
        var cycle = Cycle.Plan(NextYear(), w.NowUtc).Value;
        cycle.Open(w.NowUtc);
        var review = new Review(Ids.New(w.NowUtc), cycle.Id, employee.Id, employee.Id, manager.Id);
        review.Set(null, cycle.Closes);
        first?.Invoke(review, w.NowUtc);
        await w.App.Has(cycle, review);
        if (review.IsComplete) { await w.App.Has(new ReviewRecord(Ids.New(w.NowUtc), review)); }
        return review;
    }
}
