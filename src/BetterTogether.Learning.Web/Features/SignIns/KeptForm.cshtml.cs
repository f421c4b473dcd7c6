using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace BetterTogether.Learning.Web.Features.SignIns;

/// <summary>
/// A form that came after its sign-in had ended. What was typed travels in this page alone, never through the database or the browser's storage: first a
/// sign-in in another tab, then the same form again, to be sent with a press. It changes nothing by itself, so it needs no token of its own.
/// </summary>
[AllowAnonymous, IgnoreAntiforgeryToken, EnableRateLimiting(RateLimits.SignIn)]
public sealed class KeptFormModel : PageModel
{
    private const string Token = "__RequestVerificationToken";

    /// <summary>Where it was meant to go: an address of ours.</summary>
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public IReadOnlyList<(string Name, string Value)> Fields { get; private set; } = [];

    public string Action => $"{Links.KeptForm}?to={Uri.EscapeDataString(Back)}";

    public string Back => Url.IsLocalUrl(To) ? To! : Links.Programme;

    /// <summary>Somebody else than who typed it is signed in now: the words are not for them to send.</summary>
    public bool IsAnothers { get; private set; }

    public IActionResult OnGet() => LocalRedirect(Back.Split('?')[0]);

    public IActionResult OnPost()
    {
        if (ApiGuard.IsForeign(Request)) { return BadRequest(); }
        Fields = [.. Request.Form.Where(f => f.Key != Token && f.Key != nameof(To)).SelectMany(f => f.Value, (f, value) => (f.Key, (value ?? "").ReplaceLineEndings("\n")))];
        IsAnothers = User.IdOrNull() is { } me && Fields.Any(f => f.Name.EndsWith("As", StringComparison.Ordinal) && Guid.TryParse(f.Value, out var author) && author != me);
        return Page();
    }

    /// <summary>What somebody wrote, rather than an id or a version behind the scenes.</summary>
    public static bool IsTyped((string Name, string Value) field) => field.Value.Contains(' ', StringComparison.Ordinal) || field.Value.Contains('\n', StringComparison.Ordinal) || field.Value.Length > 40;
}
