using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Bookings;
using BetterTogether.Learning.Web.Tests.Faults;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Bookings;

internal sealed class BookingUseCases : IUseCases
{
    private const string Book = "BookingService.BookAsync";
    private const string Cancel = "BookingService.CancelAsync";

    public IEnumerable<UseCase> Rows =>
    [
        new(Book, async w =>
        {
            var (session, person) = (await w.SessionAsync(), await w.PersonAsync());
            return Booking(w, session.Id, person.Id, BookingStatus.Confirmed, mails: 1);
        }),
        new(Book, async w =>
        {
            var (session, person) = (await w.SessionAsync(capacity: 1), await w.PersonAsync());
            await w.BookAsync(session, await w.PersonAsync("holder"));
            return Booking(w, session.Id, person.Id, BookingStatus.Waiting, mails: 1);
        }, "onto the list"),
        new(Book, async w =>
        {
            // In the last two working days a place given back is offered to all at once, and to whoever joins then.
            var (session, holder, person) = (await w.SessionAsync(capacity: 1, w.NowUtc.AddDays(1)), await w.PersonAsync("holder"), await w.PersonAsync());
            var held = await w.BookAsync(session, holder);
            await w.BookAsync(session, await w.PersonAsync("first"));
            await w.The<BookingService>().CancelAsync(held.Id, holder.Id, isDesk: false, reason: null, CancellationToken.None);
            return Booking(w, session.Id, person.Id, BookingStatus.Offered, mails: 2);
        }, "where the place is offered to all"),
        new("BookingService.BookSeveralAsync", async w =>
        {
            var (one, two, person) = (await w.SessionAsync(), await w.SessionAsync(startsAtUtc: w.NowUtc.AddDays(61)), await w.PersonAsync());
            Guid[] ids = [one.Id, two.Id];
            return Attempt.Of(
                () => w.The<BookingService>().BookSeveralAsync(ids, Request(person.Id), CancellationToken.None),
                async db => await db.Bookings.CountAsync(b => b.PersonId == person.Id && b.Status == BookingStatus.Confirmed) == 2, mails: 2);
        }),
        new(Cancel, async w =>
        {
            var (session, holder, waiting) = (await w.SessionAsync(capacity: 1), await w.PersonAsync("holder"), await w.PersonAsync());
            var (held, next) = (await w.BookAsync(session, holder), await w.BookAsync(session, waiting));
            return Attempt.Of(
                () => w.The<BookingService>().CancelAsync(held.Id, holder.Id, isDesk: false, CancelReason.Court, CancellationToken.None),
                db => AreAsync(db, (held.Id, BookingStatus.Cancelled), (next.Id, BookingStatus.Offered)), mails: 2);
        }, "where somebody waits"),
        new("BookingService.SwapAsync", async w =>
        {
            var (session, manager) = (await w.SessionAsync(), await w.PersonAsync("manager"));
            var (from, to) = (await w.PersonAsync(managedBy: manager), await w.PersonAsync("bea", managedBy: manager));
            var held = await w.BookAsync(session, from);
            return Attempt.Of(
                () => w.The<BookingService>().SwapAsync(held.Id, to.Email, manager.Id, CancellationToken.None),
                async db => await AreAsync(db, (held.Id, BookingStatus.Cancelled)) && await db.Bookings.CountAsync(b => b.PersonId == to.Id && b.Status == BookingStatus.Confirmed) == 1, mails: 2);
        }),
        new("BookingService.AcceptAsync", async w =>
        {
            var (_, person, booking) = await w.OfferAsync();
            return Attempt.Of(() => w.The<BookingService>().AcceptAsync(booking, person.Id, CancellationToken.None), db => AreAsync(db, (booking, BookingStatus.Confirmed)), mails: 1);
        }),
        new("BookingService.DeclineAsync", async w =>
        {
            var (_, person, booking) = await w.OfferAsync();
            return Attempt.Of(() => w.The<BookingService>().DeclineAsync(booking, person.Id, CancellationToken.None), db => AreAsync(db, (booking, BookingStatus.Declined)));
        }),
        new("BookingService.LapseAsync", async w =>
        {
            var (session, _, booking) = await w.OfferAsync();
            var next = await w.BookAsync(session, await w.PersonAsync("bea"));
            w.App.Clock.JumpTo((await w.App.Ask(db => db.Bookings.Where(b => b.Id == booking).Select(b => b.OfferedUntilUtc).SingleAsync()))!.Value);
            return Attempt.Of(() => w.The<BookingService>().LapseAsync(session.Id, CancellationToken.None), db => AreAsync(db, (booking, BookingStatus.Waiting), (next.Id, BookingStatus.Offered)), mails: 2);
        }),
        new("LeaverService.GiveBackAsync", async w =>
        {
            var (session, person) = (await w.SessionAsync(capacity: 1), await w.PersonAsync());
            var (held, next) = (await w.BookAsync(session, person), await w.BookAsync(session, await w.PersonAsync("bea")));
            await w.App.Ask(db => db.People.Where(p => p.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.LastDay, w.NowUtc.ToLondonDate().AddDays(-1))));
            return Attempt.Of(() => w.The<LeaverService>().GiveBackAsync(person.Id, CancellationToken.None), db => AreAsync(db, (held.Id, BookingStatus.Cancelled), (next.Id, BookingStatus.Offered)), mails: 2);
        }),
        new("AttendanceService.MarkAsync", async w =>
        {
            var (session, person) = (await w.SessionAsync(startsAtUtc: w.NowUtc.AddMinutes(1)), await w.PersonAsync());
            var booking = await w.BookAsync(session, person);
            w.App.Clock.JumpTo(session.StartsAtUtc);
            return Attempt.Of(
                () => w.The<AttendanceService>().MarkAsync(booking.Id, date: null, AttendanceState.Attended, A.Desk, isDesk: true, CancellationToken.None),
                db => db.Attendances.AnyAsync(a => a.BookingId == booking.Id && a.State == AttendanceState.Attended));
        }),
    ];

    public IReadOnlyDictionary<string, string> Spared => new Dictionary<string, string>
    {
        ["BookingService.UpcomingAsync"] = "reads",
        ["BookingService.MyPeopleAsync"] = "reads",
        ["LeaverService.AheadOfAsync"] = "reads",
    };

    private static Attempt Booking(Workshop w, Guid sessionId, Guid personId, BookingStatus becomes, int mails) => Attempt.Of(
        () => w.The<BookingService>().BookAsync(sessionId, Request(personId), CancellationToken.None),
        async db => await db.Bookings.Where(b => b.SessionId == sessionId && b.PersonId == personId).Select(b => b.Status).ToListAsync() is [var status] && status == becomes, mails);

    // With the key of its form, as the pages send it: the second asking is the first one's answer.
    private static BookRequest Request(Guid personId) => new(personId, IsDesk: false, ConfirmClash: true, Once: OnceKey.From("key", personId, "book", new { personId }));

    private static async Task<bool> AreAsync(LearningDb db, params (Guid Id, BookingStatus Status)[] wanted)
    {
        foreach (var (id, status) in wanted)
        {
            if (await db.Bookings.Where(b => b.Id == id).Select(b => b.Status).SingleAsync() != status) { return false; }
        }
        return true;
    }
}
