using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Mail;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>What people are told of a review: that something waits for them, and where; never a word of what is in it. Nothing while they are away.</summary>
public sealed class ReviewMails(Outbox outbox, IOptions<SiteOptions> site)
{
    public Task SharedAsync(LearningDb db, ReviewSeat seat, DateTime nowUtc, CancellationToken cancel) =>
        TellAsync(db, Other(seat), to => new ReviewShared(to.FirstName, Caller(seat), Page(seat)), $"review-shared:{seat.Review.Id}:{seat.CallerId}", nowUtc, cancel);

    /// <summary>To the other side: it is for them to confirm, or it is done. Once a confirmation, which may come again after a change or a reopening; that it is one, the review's state says.</summary>
    public Task ConfirmedAsync(LearningDb db, ReviewSeat seat, DateTime nowUtc, CancellationToken cancel) =>
        TellAsync(db, Other(seat), to => new ReviewConfirmed(to.FirstName, Caller(seat), seat.Review.IsComplete ? "yes" : null, Page(seat)), $"review-confirmed:{seat.Review.Id}:{Ids.New(nowUtc):N}", nowUtc, cancel);

    /// <summary>To whoever stands above the lead: there is something to read. Once each time both have confirmed.</summary>
    public async Task ToReadAsync(LearningDb db, ReviewSeat seat, ReviewRecord record, DateTime nowUtc, CancellationToken cancel)
    {
        if (seat.Above is not { } aboveId) { return; }
        await TellAsync(db, await db.People.SingleAsync(p => p.Id == aboveId, cancel), to => new ReviewToRead(to.FirstName, seat.Employee.Name, seat.Lead!.Name, Page(seat)), $"review-to-read:{record.Id}", nowUtc, cancel);
    }

    public async Task ReopenedAsync(LearningDb db, ReviewSeat seat, ReviewRecord record, DateTime nowUtc, CancellationToken cancel)
    {
        foreach (var person in new[] { seat.Employee, seat.Lead })
        {
            await TellAsync(db, person, to => new ReviewReopened(to.FirstName, to.Id == seat.CallerId ? null : Caller(seat), Page(seat)), $"review-reopened:{record.Id}:{person?.Id}", nowUtc, cancel);
        }
    }

    public async Task HandedOverAsync(LearningDb db, ReviewSeat seat, HandOver move, Person before, DateTime nowUtc, CancellationToken cancel)
    {
        var (employee, lead) = (seat.Employee, seat.Lead!);
        await TellAsync(db, employee, to => new ReviewMoved(to.FirstName, "your", before.Name, lead.Name, null, Page(seat)), Key(employee), nowUtc, cancel);
        await TellAsync(db, lead, to => new ReviewMoved(to.FirstName, employee.Name + "'s", before.Name, "you", null, Page(seat)), Key(lead), nowUtc, cancel);
        await TellAsync(db, before, to => new ReviewMoved(to.FirstName, employee.Name + "'s", "you", lead.Name, "yes", site.Value.Absolute(Links.MyPeople)), Key(before), nowUtc, cancel);

        string Key(Person person) => $"review-moved:{move.Id}:{person.Id}";
    }

    /// <param name="byManager">Else the desk said so, and the manager hears of it too.</param>
    public async Task StandInAsync(LearningDb db, Delegation agreed, Person manager, Person standIn, bool byManager, DateTime nowUtc, CancellationToken cancel)
    {
        var (from, until) = (agreed.From.Words(), agreed.Until.Words());
        await TellAsync(db, standIn, to => new StandInAgreed(to.FirstName, manager.Name, from, until, site.Value.Absolute(Links.MyPeople)), $"stand-in:{agreed.Id}", nowUtc, cancel);
        if (byManager) { return; }
        await TellAsync(db, manager, to => new StandInForYou(to.FirstName, standIn.Name, from, until, site.Value.Absolute(Links.StandIns)), $"stand-in-for-you:{agreed.Id}", nowUtc, cancel);
    }

    /// <summary>The other side, where there is one.</summary>
    private static Person? Other(ReviewSeat seat) => seat.Side == ReviewSide.Employee ? seat.Lead : seat.Employee;

    private static string Caller(ReviewSeat seat) => seat.CallerId == seat.Employee.Id ? seat.Employee.Name : seat.CallerId == seat.Lead?.Id ? seat.Lead.Name : "Whoever stands in for your line manager";

    private async Task TellAsync(LearningDb db, Person? to, Func<Person, TypedMail> mail, string key, DateTime nowUtc, CancellationToken cancel)
    {
        if (to is null || !to.IsHere(nowUtc) || await db.AwayOn(nowUtc.ToLondonDate()).AnyAsync(id => id == to.Id, cancel)) { return; }
        outbox.Add(db, nowUtc, new Recipient(to.Name, to.Email, to.Id), mail(to), key);
    }

    private string Page(ReviewSeat seat) => site.Value.Absolute(Links.Review(seat.Review.Id));
}
