using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Reviews;

[Authorize(Policies.Desk)]
public sealed class CyclesModel(CompletionQueries figures, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Cycle> Cycles { get; private set; } = [];
    public DateOnly Today => clock.GetUtcNow().UtcDateTime.ToLondonDate();

    public async Task OnGetAsync(CancellationToken cancel) => Cycles = await figures.CyclesAsync(cancel);
}
