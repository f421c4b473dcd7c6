using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>The way to one's own review of the latest cycle; a page only where there is none.</summary>
public sealed class MyReviewModel(ReviewQueries reviews) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await reviews.LatestIdAsync(User.Id(), cancel) is { } id ? Redirect(Links.Review(id)) : Page();
}
