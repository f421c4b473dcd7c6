using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Reviews;

[Authorize(Policies.Desk)]
public sealed class DuePeopleModel(DueQueries due, CompletionQueries figures) : PageModel
{
    public static readonly IReadOnlyList<(DueFilter, string)> Filters =
        [(DueFilter.Everybody, "Everybody"), (DueFilter.Open, "Due and not complete"), (DueFilter.NotDue, "Not due"), (DueFilter.OtherReviewer, "Asks for another reviewer")];

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public DueFilter Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "page-number")]
    public int Number { get; set; } = 1;

    public Cycle Cycle { get; private set; } = null!;
    public DuePage Found { get; private set; } = new([], false);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if ((await figures.CyclesAsync(cancel)).Find(c => c.Id == id) is not { } cycle) { return NotFound(); }
        Number = Math.Clamp(Number, 1, 10_000);
        (Cycle, Found) = (cycle, await due.ListAsync(cycle, Text, Show, Number, cancel));
        return Page();
    }
}
