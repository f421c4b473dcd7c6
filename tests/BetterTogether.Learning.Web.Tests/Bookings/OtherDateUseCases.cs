using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Web.Features.Bookings;
using BetterTogether.Learning.Web.Tests.Faults;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Bookings;

internal sealed class OtherDateUseCases : IUseCases
{
    public IEnumerable<UseCase> Rows =>
    [
        new("OtherDateService.MoveAsync", async w =>
        {
            var (from, to, person) = (await w.SessionAsync(), await w.SessionAsync(startsAtUtc: w.NowUtc.AddDays(61)), await w.PersonAsync());
            var booking = await w.BookAsync(from, person);
            return Attempt.Of(
                () => w.The<OtherDateService>().MoveAsync(booking.Id, to.Id, confirmClash: true, person.Id, CancellationToken.None),
                async db => await db.Bookings.CountAsync(b => b.PersonId == person.Id && b.Status == BookingStatus.Confirmed && b.SessionId == to.Id) == 1
                         && await db.Bookings.AnyAsync(b => b.Id == booking.Id && b.Status == BookingStatus.Cancelled), mails: 2);
        }),
    ];
}
