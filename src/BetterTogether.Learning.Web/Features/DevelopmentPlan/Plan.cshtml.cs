using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.DevelopmentPlan;

/// <summary>A year of a plan: one's own, or that of somebody one manages. To everybody else it does not exist.</summary>
public sealed class PlanModel(ObjectiveQueries plans, ObjectiveService objectives) : PageModel
{
    public PlanView Plan { get; private set; } = null!;

    [TempData]
    public string? Done { get; set; }

    public string Year(PlanYear year) => Links.PlanYear(Plan.IsMine ? null : Plan.PersonId, year.Start);

    public string Prompt(ObjectiveKind kind) => kind switch
    {
        ObjectiveKind.Work => "What matters most in your work this year?",
        ObjectiveKind.Training => "What would you like to learn, or get better at? Nothing has to be written.",
        _ => "What would help you stay well at work? Nothing has to be written.",
    };

    public async Task<IActionResult> OnGetAsync(Guid? personId, int? year, CancellationToken cancel)
    {
        if (await plans.PlanAsync(personId ?? User.Id(), User.Id(), PlanYear.Asked(year), cancel) is not { } plan) { return NotFound(); }
        Plan = plan;
        return Page();
    }

    public async Task<IActionResult> OnPostTalkedAsync(Guid? personId, ObjectiveKind kind, CancellationToken cancel)
    {
        if (personId is { } id && id != User.Id()) { return NotFound(); }
        if (ModelState.IsValid && Enum.IsDefined(kind) && kind != ObjectiveKind.Work)
        {
            await objectives.TalkedAsync(User.Id(), kind, cancel);
            Done = "Kept: you talked about it, and there is nothing to write.";
        }
        return Redirect(Links.DevelopmentPlan);
    }
}
