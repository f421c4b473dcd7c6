using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace BetterTogether.Learning.Web.Features.SignIns;

/// <summary>Carries a <see cref="PendingSignIn"/> from the page that asks for the address to the page that asks for the code.</summary>
public sealed class PendingCookie(IDataProtectionProvider protection, IHostEnvironment environment)
{
    // Longer than a code lives: who comes late is told so on the code's page and can ask for another there.
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);
    private readonly IDataProtector protector = protection.CreateProtector("SignIns.Pending");
    private readonly string name = SignInsSetup.CookieName(environment) + "-code";

    public void Write(HttpContext context, PendingSignIn pending) =>
        context.Response.Cookies.Append(name, protector.Protect(JsonSerializer.Serialize(pending)), Options(Kept));

    public PendingSignIn? Read(HttpContext context)
    {
        if (context.Request.Cookies[name] is not { Length: > 0 } value) { return null; }
        try
        {
            return JsonSerializer.Deserialize<PendingSignIn>(protector.Unprotect(value));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Clear(HttpContext context) => context.Response.Cookies.Delete(name, Options(null));

    private CookieOptions Options(TimeSpan? age) => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = !environment.IsDevelopment(), MaxAge = age, IsEssential = true };
}
