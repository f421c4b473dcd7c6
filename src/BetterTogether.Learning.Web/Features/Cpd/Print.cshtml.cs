using BetterTogether.Learning.Domain.Cpd;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace BetterTogether.Learning.Web.Features.Cpd;

/// <summary>A year of one's own record as a page to print.</summary>
[EnableRateLimiting(RateLimits.Search)]
public sealed class PrintModel(CpdQueries records, CpdContent content) : PageModel
{
    public CpdView Record { get; private set; } = null!;

    public string WordsOf(string key) => content.WordsOf(key);

    public async Task OnGetAsync(int? year, CancellationToken cancel) => Record = await records.YearAsync(User.Id(), RegistrationYear.Asked(year), texts: true, cancel);
}
