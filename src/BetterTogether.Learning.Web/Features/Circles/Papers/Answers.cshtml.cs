using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Circles.Papers;

/// <summary>What leaders were told and what they answered, for all staff.</summary>
public sealed class AnswersModel(LeaderAnswerService answers, TimeProvider clock) : PageModel
{
    public IReadOnlyList<LeaderAnswerLine> All { get; private set; } = [];

    public DateOnly Today => clock.GetUtcNow().UtcDateTime.ToLondonDate();

    public bool IsMine(LeaderAnswer answer) => answer.LeaderId == User.Id();

    public async Task OnGetAsync(CancellationToken cancel) => All = await answers.AllAsync(cancel);
}
