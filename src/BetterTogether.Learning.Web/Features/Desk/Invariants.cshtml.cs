using BetterTogether.Learning.Web.Features.Bookings;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Desk;

/// <summary>The product's check of itself: done afresh for whoever opens the page, and each minute by itself.</summary>
[Authorize(Policies.Administrator)]
public sealed class InvariantsModel(BookingInvariants invariants, InvariantsWatch watch, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Invariant> Found { get; private set; } = [];
    public DateTime AtUtc { get; private set; }

    /// <summary>When the check that the health page answers by last ran; null before its first.</summary>
    public DateTime? WatchedAtUtc => watch.Last?.AtUtc;

    public async Task OnGetAsync(CancellationToken cancel) => (Found, AtUtc) = (await invariants.AuditAsync(cancel), clock.GetUtcNow().UtcDateTime);
}
