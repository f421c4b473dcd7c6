namespace BetterTogether.Learning.Web.Hosting;

public static class SecurityHeaders
{
    // Everything comes from here and nothing stands inline, so no nonce is needed.
    private const string Csp = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'; base-uri 'none'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // At the last moment: whoever answers an exception begins with an empty answer. A page that has said something stricter keeps it.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.TryAdd("Content-Security-Policy", Csp);
            headers.TryAdd("X-Content-Type-Options", "nosniff");
            headers.TryAdd("Referrer-Policy", "same-origin");
            headers.TryAdd("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
            headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
            // What a signed-in person saw must not come back from a shared computer's cache.
            if (context.User.Identity?.IsAuthenticated == true && headers.CacheControl.Count == 0) { headers.CacheControl = "no-store"; }
            return Task.CompletedTask;
        });
        return next(context);
    });
}
