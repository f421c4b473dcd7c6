using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.DevelopmentPlan;

/// <summary>An empty box for an objective. From a circle's page too: what was agreed there is written anew, never copied.</summary>
[KeepsForm]
public sealed class NewObjectiveModel(ObjectiveService objectives, ObjectiveQueries plans) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public ObjectiveKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty]
    public ObjectiveForm Form { get; set; } = new();

    [BindProperty]
    public string Key { get; set; } = PageRefusals.NewKey();

    public bool FromCircle => From == "circle";
    public string? ManagerName { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        // An address may ask for any kind; one that is none leaves the choice open.
        ModelState.Clear();
        Form.Kind = Kind;
        await LoadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        if (Form.Read(ModelState) is { } details)
        {
            var set = await objectives.SetAsync(User.Id(), details, OnceKey.From(Key, User.Id(), "objective", details), cancel);
            if (set.Refusal is null) { return Redirect(Links.Objective(set.Value)); }
            this.Refuse(set.Refusal, ObjectiveForm.Prefix);
            ModelState.Remove(nameof(Key));
            Key = PageRefusals.NewKey();
        }
        await LoadAsync(cancel);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancel) => ManagerName = await plans.ManagerNameAsync(User.Id(), cancel);
}
