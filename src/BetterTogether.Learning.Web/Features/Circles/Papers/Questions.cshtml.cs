using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Circles.Papers;

/// <summary>The question bank: everybody may read it, the desk and the facilitators fill it.</summary>
public sealed class QuestionsModel(QuestionService questions) : PageModel
{
    [BindProperty]
    public string? Text { get; set; }

    public IReadOnlyList<CheckInQuestion> All { get; private set; } = [];

    public bool MayWrite => User.MayPlanCircles();

    public async Task OnGetAsync(CancellationToken cancel) => All = await questions.AllAsync(cancel);

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancel)
    {
        if (!MayWrite) { return Forbid(); }
        var added = await questions.AddAsync(User.Id(), Text, cancel);
        if (added.Refusal is null) { return LocalRedirect(Links.Questions); }
        All = await questions.AllAsync(cancel);
        return this.Refuse(added.Refusal);
    }

    public async Task<IActionResult> OnPostPutAwayAsync(Guid id, bool away, CancellationToken cancel)
    {
        if (!MayWrite) { return Forbid(); }
        await questions.PutAwayAsync(User.Id(), id, away, cancel);
        return LocalRedirect(Links.Questions);
    }
}
