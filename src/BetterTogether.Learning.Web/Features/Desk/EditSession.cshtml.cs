using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Features.Sessions;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace BetterTogether.Learning.Web.Features.Desk;

public sealed class EditSessionModel(SessionService sessions, DeskQueries desk, TimeProvider clock) : SessionFormPage(desk, clock)
{
    public const string Publish = "publish";

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Pressed where fewer places were asked for than are held: save with this many instead.</summary>
    [BindProperty]
    public int? PlacesInstead { get; set; }

    public Session Session { get; private set; } = null!;

    /// <summary>The number held, where fewer places were asked for.</summary>
    public int? Held { get; private set; }

    /// <summary>What somebody else saved meanwhile, beside what was typed here.</summary>
    public IReadOnlyList<FieldDifference> Differences { get; private set; } = [];

    public bool IsPublished => Session.Status == SessionStatus.Published;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } elsewhere) { return elsewhere; }
        (Form, Version) = (await CurrentAsync(cancel), Session.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } elsewhere) { return elsewhere; }
        if (!MayChooseVisibility) { Form.Visibility = Session.Visibility; }
        if (PlacesInstead is { } places) { Form.Capacity = $"{places}"; }
        if (ChangedRows() || await ReadAsync(cancel) is not { } details) { return Page(); }
        var publish = Do == Publish;
        var changed = await sessions.ChangeAsync(id, details, Version, publish, User.Planner(), cancel);
        return changed.Refusal is { } no ? await RefusedAsync(id, no, cancel)
            : LocalRedirect(Links.DeskSessionDone(id, publish ? Done.Published : IsPublished ? Done.Saved : Done.Drafted));
    }

    private async Task<IActionResult> RefusedAsync(Guid id, Refusal no, CancellationToken cancel)
    {
        if (no is ChangedMeanwhile)
        {
            if (await FindAsync(id, cancel) is { } elsewhere) { return elsewhere; }
            Differences = FieldDifference.Between(Form, await CurrentAsync(cancel));
            // The second press of a double click finds its own work done.
            if (Differences.Count == 0) { return LocalRedirect(Links.DeskSessionDone(id, IsPublished ? Done.Saved : Done.Drafted)); }
            Version = Session.Version;
        }
        Held = (no as CapacityBelowHeld)?.Held;
        ModelState.AddModelError(Reader.KeyOf(no), no.Message);
        return Page();
    }

    private async Task<IActionResult?> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await Desk.SessionAsync(Viewer.From(User), id, cancel) is not { } session) { return NotFound(); }
        Session = session;
        return User.MayPlan(session) ? null : Forbid();
    }

    private async Task<SessionForm> CurrentAsync(CancellationToken cancel) =>
        SessionForm.From(Session.Details, await Desk.EmailsAsync(Session.Trainers.Select(t => t.PersonId), cancel));
}
