using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.DevelopmentPlan;

/// <summary>An unfinished objective of an earlier year: carry, change, or stop with a reason.</summary>
[KeepsForm]
public sealed class CarryObjectiveModel(ObjectiveService objectives, ObjectiveQueries plans) : PageModel
{
    public ObjectiveView View { get; private set; } = null!;
    public string NextYear => PlanYear.Of(View.Today).Words;
    public bool TargetGone => View.Objective.TargetDate < View.Today;

    [BindProperty]
    public ObjectiveForm Form { get; set; } = new();

    [BindProperty]
    public string? Text { get; set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } elsewhere) { return elsewhere; }
        Form = ObjectiveForm.From(View.Objective.ToCarry(View.Today));
        return Page();
    }

    public async Task<IActionResult> OnPostAsItIsAsync(Guid id, CancellationToken cancel)
    {
        ModelState.Clear();
        if (await FindAsync(id, cancel) is { } elsewhere) { return elsewhere; }
        Form = ObjectiveForm.From(View.Objective.ToCarry(View.Today));
        return Answer(await objectives.CarryAsync(id, User.Id(), details: null, cancel));
    }

    public async Task<IActionResult> OnPostChangedAsync(Guid id, CancellationToken cancel)
    {
        ModelState.Clear();
        if (await FindAsync(id, cancel) is { } elsewhere) { return elsewhere; }
        Form.Kind = View.Objective.Kind;
        return Form.Read(ModelState) is { } details ? Answer(await objectives.CarryAsync(id, User.Id(), details, cancel)) : Page();
    }

    public async Task<IActionResult> OnPostStopAsync(Guid id, CancellationToken cancel)
    {
        ModelState.Clear();
        if (await FindAsync(id, cancel) is { } elsewhere) { return elsewhere; }
        Form = ObjectiveForm.From(View.Objective.ToCarry(View.Today));
        var stopped = await objectives.NoteAsync(id, User.Id(), ObjectiveStatus.Stopped, ObjectiveForm.Lines(Text), once: null, cancel);
        if (stopped.Refusal is { } no) { return this.Refuse(no); }
        Done = "Stopped. Its history stays in the year it belongs to.";
        return Redirect(Links.DevelopmentPlan);
    }

    private IActionResult Answer(Result<Guid> carried)
    {
        if (carried.Refusal is { } no) { return this.Refuse(no, ObjectiveForm.Prefix); }
        Done = "Carried over into this year's plan.";
        return Redirect(Links.DevelopmentPlan);
    }

    private async Task<IActionResult?> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await plans.ObjectiveAsync(id, User.Id(), cancel) is not { } view) { return NotFound(); }
        View = view;
        // Done by another press or window: there is nothing left to ask.
        return !view.IsMine ? Forbid() : view.WaitsToBeCarried ? null : Redirect(Links.Objective(view.NextId ?? id));
    }
}
