using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>The outcome on paper, for the two whose it is.</summary>
public sealed class PrintReviewModel(ReviewQueries reviews, ReviewService service) : PageModel
{
    public ReviewSheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await reviews.FindAsync(id, User.Id(), isDesk: false, cancel) is not { TakesPart: true } sheet) { return NotFound(); }
        if (!sheet.IsMine) { await service.OpenedAsync(id, User.Id(), sheet.Today, cancel); }
        Sheet = sheet;
        return Page();
    }
}
