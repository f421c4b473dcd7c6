using System.Globalization;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Circles.CheckIns;

/// <summary>Where the code on the wall leads. Open to all: it takes a number and gives a question.</summary>
[AllowAnonymous, EnableRateLimiting(RateLimits.Search)]
public sealed class BeginModel(QuickCheckInService checkIns, IOptions<SiteOptions> site) : PageModel
{
    /// <summary>As typed.</summary>
    [BindProperty]
    public string? People { get; set; }

    public string Address => site.Value.Absolute(Links.CheckIn);

    public QrCode Wall => QrCode.Of(Address);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var begun = await checkIns.BeginAsync(int.TryParse(People?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var people) ? people : null, cancel);
        return begun.Refusal is { } no ? this.Refuse(no) : LocalRedirect(Links.QuickCheckIn(begun.Value.Code));
    }
}
