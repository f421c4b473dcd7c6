using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.DevelopmentPlan;

[KeepsForm]
public sealed class EditObjectiveModel(ObjectiveService objectives, ObjectiveQueries plans) : PageModel
{
    public ObjectiveView View { get; private set; } = null!;

    /// <summary>What another window saved meanwhile, beside what was typed here.</summary>
    public ObjectiveDetails? Saved { get; private set; }

    [BindProperty]
    public ObjectiveForm Form { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } elsewhere) { return elsewhere; }
        (Form, Version) = (ObjectiveForm.From(View.Objective.Details), View.Objective.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        ModelState.Clear();
        if (await FindAsync(id, cancel) is { } elsewhere) { return elsewhere; }
        Form.Kind = View.Objective.Kind;
        if (Form.Read(ModelState) is not { } details) { return Page(); }
        var reworded = await objectives.RewordAsync(id, User.Id(), details, Version, cancel);
        if (reworded.Refusal is not { } no) { return Redirect(Links.Objective(id)); }
        if (no is ObjectiveChangedMeanwhile && await FindAsync(id, cancel) is null)
        {
            (Saved, Version) = (View.Objective.Details, View.Objective.Version);
            ModelState.Remove(nameof(Version));
        }
        return this.Refuse(no, ObjectiveForm.Prefix);
    }

    private async Task<IActionResult?> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await plans.ObjectiveAsync(id, User.Id(), cancel) is not { } view) { return NotFound(); }
        View = view;
        return !view.IsMine ? Forbid() : view.IsCarried ? Redirect(Links.Objective(id)) : null;
    }
}
