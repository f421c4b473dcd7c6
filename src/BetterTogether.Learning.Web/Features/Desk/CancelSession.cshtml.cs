using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Features.Sessions;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Desk;

public sealed class CancelSessionModel(SessionService sessions, DeskQueries desk) : PageModel
{
    [BindProperty]
    public string? Reason { get; set; }

    public Session Session { get; private set; } = null!;

    /// <summary>How many people will be told.</summary>
    public int Told { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } elsewhere) { return elsewhere; }
        var cancelled = await sessions.CancelAsync(id, string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim(), User.Planner(), cancel);
        if (cancelled.Refusal is { } no)
        {
            ModelState.AddModelError(no.Field ?? "", no.Message);
            return Page();
        }
        return LocalRedirect(Links.DeskSessionDone(id, Done.Cancelled));
    }

    private async Task<IActionResult?> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await desk.SessionAsync(Viewer.From(User), id, cancel) is not { } session) { return NotFound(); }
        if (!User.MayPlan(session)) { return Forbid(); }
        (Session, Told) = (session, await desk.LiveBookingsAsync([id], cancel));
        return session.Status == SessionStatus.Cancelled ? LocalRedirect(Links.DeskSession(id)) : null;
    }
}
