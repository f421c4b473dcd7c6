using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace BetterTogether.Learning.Web.Features.Bookings;

/// <summary>A line manager's one page: who is booked where. Whose manager one is, the directory says.</summary>
[EnableRateLimiting(RateLimits.Booking)]
public sealed class MyPeopleModel(BookingQueries queries, BookingService bookings, TimeProvider clock) : PageModel
{
    public IReadOnlyList<PersonOption> People { get; private set; } = [];
    public IReadOnlyList<PeoplesBooking> Bookings { get; private set; } = [];

    [TempData]
    public string? Done { get; set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        People = await queries.MyPeopleAsync(User.Id(), cancel);
        Bookings = await queries.OfMyPeopleAsync(User.Id(), clock.GetUtcNow().UtcDateTime, cancel);
    }

    public async Task<IActionResult> OnPostReleaseAsync(Guid id, CancellationToken cancel) =>
        await AnswerAsync(await bookings.CancelAsync(id, User.Id(), isDesk: false, reason: null, cancel), "The place is released, and they know.", cancel);

    public async Task<IActionResult> OnPostSwapAsync(Guid id, string to, CancellationToken cancel) =>
        await AnswerAsync(await bookings.SwapAsync(id, to ?? "", User.Id(), cancel), "The place has changed hands, and both know.", cancel);

    private async Task<IActionResult> AnswerAsync(Result<BookingView> answer, string done, CancellationToken cancel)
    {
        if (answer.Refusal is null)
        {
            Done = done;
            return Redirect(Links.MyPeople);
        }
        await OnGetAsync(cancel);
        return this.Refuse(answer.Refusal);
    }
}
