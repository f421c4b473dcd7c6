using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace BetterTogether.Learning.Web.Features.SignIns;

[AllowAnonymous, StartsAfresh, EnableRateLimiting(RateLimits.SignIn)]
public sealed class SignInModel(SignInService signIns, SignInQueries people, PendingCookie cookie) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    public IReadOnlyList<Person> DemoPeople { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => DemoPeople = await people.DemoPeopleAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Mailbox.IsAddress(PersonDetails.TidyEmail(Email)))
        {
            ModelState.AddModelError(nameof(Email), "Enter your work e-mail address, like name@example.org");
            DemoPeople = await people.DemoPeopleAsync(cancel);
            return Page();
        }
        cookie.Write(HttpContext, await signIns.SendCodeAsync(Email!, cancel));
        return LocalRedirect(CodeModel.Link(ReturnUrl));
    }

    public async Task<IActionResult> OnPostDemoAsync(string? demo, CancellationToken cancel)
    {
        if (await people.FindAsync(demo, cancel) is not { } person) { return NotFound(); }
        await HttpContext.SignInAsync(SignInsSetup.Scheme, person.ToPrincipal(SignInsSetup.Scheme));
        return LocalRedirect(this.BackTo(ReturnUrl));
    }
}
