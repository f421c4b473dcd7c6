using BetterTogether.Learning.Domain.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Shared;

public static class PageRefusals
{
    /// <summary>Shows a refusal on the page that asked, at its field where it has one; what was typed stays.</summary>
    /// <param name="prefix">The bound property the field belongs to, with its dot: "Form.".</param>
    public static PageResult Refuse(this PageModel page, Refusal refusal, string prefix = "")
    {
        page.ModelState.AddModelError(refusal.Field is { } field ? prefix + field : "", refusal.Message);
        return page.Page();
    }

    /// <summary>A fresh key for the form on the page: pressing twice is then one request.</summary>
    public static string NewKey() => Guid.NewGuid().ToString("N");
}
