using System.Globalization;
using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Circles.Papers;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Circles.Plans;

public sealed record FormatChoice(string Key, string Title, string Summary);

/// <summary>For facilitators, who hold what they plan, and for the desk, which plans for a facilitator.</summary>
[Authorize(Policies.Planner)]
public sealed class PlanModel(CircleService circles, CircleQueries queries, FormatService formats, TimeProvider clock) : PageModel
{
    [BindProperty]
    public PlanForm Form { get; set; } = new();

    [BindProperty]
    public string? Key { get; set; }

    public IReadOnlyList<FormatChoice> Choices { get; private set; } = [];

    /// <summary>The desk holds no circle itself unless it is a facilitator too.</summary>
    public bool ForOthers => User.IsDesk();

    /// <summary>Its session says when it is.</summary>
    public bool OfASession { get; private set; }

    /// <param name="id">A circle that is planned and has not begun, for its facilitator.</param>
    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken cancel)
    {
        if (id is { } known && !await MayChangeAsync(known, cancel)) { return NotFound(); }
        Key = PageRefusals.NewKey();
        Form = await PlannedAsync(id, cancel) is { } planned ? PlanForm.From(planned) : PlanForm.Empty(clock.GetUtcNow().UtcDateTime);
        await ListAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken cancel)
    {
        if (id is { } known && !await MayChangeAsync(known, cancel)) { return NotFound(); }
        if (await PlannedAsync(id, cancel) is { SessionId: not null } before) { Form.KeepTime(before); }
        await ListAsync(cancel);
        if (Form.Read(await formats.FindAsync(Form.Format, cancel), ModelState) is not { } circle) { return Page(); }
        var planned = id is { } changed ? await circles.ReplanAsync(changed, circle, User.Id(), cancel)
            : await circles.PlanAsync(circle, User.Id(), OnceKey.From(Key, User.Id(), Links.PlanCircle, circle), cancel);
        if (planned.Refusal is null) { return LocalRedirect(id is null ? Links.CirclesPlanned : Links.Circle(planned.Value)); }
        if (planned.Refusal is not KeyReused) { return this.Refuse(planned.Refusal with { Field = FieldOf(planned.Refusal) }, PlanForm.Prefix); }
        ModelState.Remove(nameof(Key));
        Key = PageRefusals.NewKey();
        ModelState.AddModelError("", "This form was sent once already, and the circle was planned. Press again to plan one more as it is now.");
        return Page();
    }

    private async Task<bool> MayChangeAsync(Guid id, CancellationToken cancel)
    {
        var seen = await circles.SnapshotAsync(id, User.Id(), cancel);
        return seen.Refusal is null && seen.Value.You.Role == SeatRole.Facilitator && seen.Value.Status is CircleStatus.Draft or CircleStatus.Lobby;
    }

    private async Task<NewCircle?> PlannedAsync(Guid? id, CancellationToken cancel)
    {
        var planned = id is { } known ? await queries.PlannedAsync(known, cancel) : null;
        OfASession = planned?.SessionId is not null;
        return planned;
    }

    private static string? FieldOf(Refusal no) => no.Field switch
    {
        nameof(NewCircle.ParticipantEmails) => nameof(PlanForm.Participants),
        nameof(NewCircle.InPersonNames) => nameof(PlanForm.InPerson),
        nameof(NewCircle.StartsAtUtc) => nameof(PlanForm.Date),
        var field => field,
    };

    private async Task ListAsync(CancellationToken cancel) => Choices =
    [
        .. CircleFormats.All.Select(f => new FormatChoice(f.Key, f.Title, f.Summary)),
        .. (await formats.OwnAsync(cancel)).Where(f => !f.Away).Select(f => new FormatChoice(f.Format.Key, f.Title, f.Format.Summary)),
    ];
}
