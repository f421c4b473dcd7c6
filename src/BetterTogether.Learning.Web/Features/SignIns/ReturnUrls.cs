using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.SignIns;

public static class ReturnUrls
{
    /// <summary>Only an address of ours: a link that signs people in must not lead them to a copy of the product (open redirect).</summary>
    public static string BackTo(this PageModel page, string? returnUrl) => page.Url.IsLocalUrl(returnUrl) ? returnUrl : Links.Programme;
}
