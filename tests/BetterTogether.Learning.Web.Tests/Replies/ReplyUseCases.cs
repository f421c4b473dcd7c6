using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Web.Features.Replies;
using BetterTogether.Learning.Web.Tests.Bookings;
using BetterTogether.Learning.Web.Tests.Faults;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Replies;

internal sealed class ReplyUseCases : IUseCases
{
    public IEnumerable<UseCase> Rows =>
    [
        new("ReplyService.TakeAsync", async w =>
        {
            var (session, person) = (await w.SessionAsync(), await w.PersonAsync());
            var booking = await w.BookAsync(session, person);
            var uid = await w.App.Ask(db => db.SentInvites.Where(i => i.SubjectId == booking.Id).Select(i => i.Uid).SingleAsync());
            var answer = AnswerMails.Answer(new SentMail(person.Email, "", "", "", "", "REQUEST", [$"UID:{uid}", "SEQUENCE:0"]), "DECLINED");
            // The answer is taken down, then the place is released.
            return Attempt.Of(() => w.The<ReplyService>().TakeAsync(answer, CancellationToken.None), db => db.Bookings.AnyAsync(b => b.Id == booking.Id && b.Status == BookingStatus.Cancelled), mails: 1) with { InSteps = true };
        }),
    ];
}
