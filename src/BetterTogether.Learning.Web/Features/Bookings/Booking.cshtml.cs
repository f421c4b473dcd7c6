using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Features.Circles;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace BetterTogether.Learning.Web.Features.Bookings;

/// <summary>One booking of mine: what it is and everything that can be done with it. Links in mails open this page; only its buttons change anything.</summary>
[EnableRateLimiting(RateLimits.Booking)]
public sealed class BookingModel(BookingQueries queries, BookingService bookings, OtherDateService dates, SessionCircleService circles, TimeProvider clock) : PageModel
{
    public MyBooking Booking { get; private set; } = null!;
    public bool IsOpen => !Booking.HasBegun(clock.GetUtcNow().UtcDateTime);

    /// <summary>Where else this topic is on, with places free.</summary>
    public IReadOnlyList<OtherDate> OtherDates { get; private set; } = [];

    [BindProperty]
    public CancelReason? Reason { get; set; }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => ShowAsync(id, null, cancel);

    public async Task<IActionResult> OnPostAcceptAsync(Guid id, CancellationToken cancel) => await AnswerAsync(id, await bookings.AcceptAsync(id, User.Id(), cancel), cancel);

    public async Task<IActionResult> OnPostDeclineAsync(Guid id, CancellationToken cancel) => await AnswerAsync(id, await bookings.DeclineAsync(id, User.Id(), cancel), cancel);

    public async Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken cancel) => await AnswerAsync(id, await bookings.CancelAsync(id, User.Id(), isDesk: false, Reason, cancel), cancel);

    /// <summary>What clashes is beside it on My bookings, and a move can be undone by another.</summary>
    public async Task<IActionResult> OnPostMoveAsync(Guid id, Guid to, CancellationToken cancel)
    {
        var moved = await dates.MoveAsync(id, to, confirmClash: true, User.Id(), cancel);
        return moved.Refusal is { } no ? await ShowAsync(id, no, cancel) : Redirect(Links.Booking(moved.Value.Id));
    }

    private async Task<IActionResult> AnswerAsync(Guid id, Result<BookingView> answer, CancellationToken cancel) =>
        answer.Refusal is { } no ? await ShowAsync(id, no, cancel) : Redirect(Links.Booking(id));

    private async Task<IActionResult> ShowAsync(Guid id, Refusal? refusal, CancellationToken cancel)
    {
        if (await queries.OneAsync(User.Id(), id, cancel) is not { } booking) { return NotFound(); }
        var passOver = booking is { Status: BookingStatus.Waiting, Kind: SessionKind.Circle } ? await circles.PassOverAsync(User.Id(), [booking.SessionId], cancel) : null;
        Booking = booking with { PassedOver = passOver?.Count > 0 };
        if (IsOpen && booking.Status == BookingStatus.Confirmed) { OtherDates = await queries.OtherDatesAsync(User.Id(), booking, clock.GetUtcNow().UtcDateTime, cancel); }
        return refusal is null ? Page() : this.Refuse(refusal);
    }
}
