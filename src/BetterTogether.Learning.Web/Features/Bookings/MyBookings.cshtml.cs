using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Features.Circles;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Bookings;

public sealed class MyBookingsModel(BookingQueries bookings, CircleListService circles, SessionCircleService sessionCircles, TimeProvider clock) : PageModel
{
    private const int FewEarlier = 10;
    private const int MostEarlier = 500;

    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    public IReadOnlyList<MyBooking> Offered { get; private set; } = [];
    public IReadOnlyList<MyBooking> Confirmed { get; private set; } = [];
    public IReadOnlyList<MyBooking> Waiting { get; private set; } = [];
    public IReadOnlyList<MyBooking> Earlier { get; private set; } = [];
    public IReadOnlyList<MyCircle> Circles { get; private set; } = [];
    public bool MoreEarlier { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var upcoming = await bookings.LiveAsync(User.Id(), nowUtc, cancel);
        Offered = [.. upcoming.Where(b => b.Status == BookingStatus.Offered)];
        var (confirmed, waiting) = (upcoming.FindAll(b => b.Status == BookingStatus.Confirmed), upcoming.FindAll(b => b.Status == BookingStatus.Waiting));
        var ways = await circles.WaysIntoAsync([.. confirmed.Where(b => b.Kind == SessionKind.Circle).Select(b => b.SessionId)], cancel);
        Confirmed = confirmed.ConvertAll(b => b with { WayIn = ways.GetValueOrDefault(b.SessionId) });
        var passOver = await sessionCircles.PassOverAsync(User.Id(), [.. waiting.Where(b => b.Kind == SessionKind.Circle).Select(b => b.SessionId)], cancel);
        Waiting = waiting.ConvertAll(b => b with { PassedOver = passOver.Contains(b.SessionId) });
        // Where the booking has the way in, the circle stands there once.
        Circles = [.. (await circles.MineAsync(User.Id(), cancel)).Where(c => !c.IsOver && !Confirmed.Any(b => b.SessionId == c.SessionId && b.Attendance.Count == 0))];
        var most = All ? MostEarlier : FewEarlier;
        var earlier = await bookings.EarlierAsync(User.Id(), nowUtc, most + 1, cancel);
        (Earlier, MoreEarlier) = ([.. earlier.Take(most)], earlier.Count > most);
    }
}
