using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace BetterTogether.Learning.Web.Features.SignIns;

[AllowAnonymous, StartsAfresh, EnableRateLimiting(RateLimits.SignIn)]
public sealed class CodeModel(SignInService signIns, PendingCookie cookie) : PageModel
{
    private const int Digits = 6;

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Again { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public PendingSignIn? Pending { get; private set; }

    public static string Link(string? returnUrl, bool again = false) =>
        Links.SignInCode + QueryString.Create([.. Part("returnUrl", returnUrl), .. Part("again", again ? "true" : null)]);

    public IActionResult OnGet() => (Pending = cookie.Read(HttpContext)) is null ? StartOver() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if ((Pending = cookie.Read(HttpContext)) is null) { return StartOver(); }
        var proven = await ProveAsync(Pending, cancel);
        if (proven.Refusal is { } no)
        {
            ModelState.AddModelError(nameof(Code), no.Message);
            return Page();
        }
        cookie.Clear(HttpContext);
        await HttpContext.SignInAsync(SignInsSetup.Scheme, proven.Value.ToPrincipal(SignInsSetup.Scheme));
        return LocalRedirect(this.BackTo(ReturnUrl));
    }

    public async Task<IActionResult> OnPostAnotherAsync(CancellationToken cancel)
    {
        if (cookie.Read(HttpContext) is not { } before) { return StartOver(); }
        cookie.Write(HttpContext, await signIns.SendCodeAsync(before.Email, cancel));
        return LocalRedirect(Link(ReturnUrl, again: true));
    }

    // People paste what they see: "123 456", with a space, a dash or a line's end. What cannot be a code costs no try.
    private async Task<Result<Person>> ProveAsync(PendingSignIn pending, CancellationToken cancel)
    {
        var digits = string.Concat((Code ?? "").Where(char.IsAsciiDigit));
        return digits.Length == Digits ? await signIns.ProveAsync(pending, digits, cancel) : new Invalid("code-shape", "Enter the six digits from the e-mail", nameof(Code));
    }

    private LocalRedirectResult StartOver() => LocalRedirect(Links.SignIn + QueryString.Create(Part("returnUrl", ReturnUrl)));

    private static KeyValuePair<string, string?>[] Part(string name, string? value) => value is null ? [] : [new(name, value)];
}
