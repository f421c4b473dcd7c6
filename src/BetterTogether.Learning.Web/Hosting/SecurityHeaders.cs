namespace BetterTogether.Learning.Web.Hosting;

public static class SecurityHeaders
{
    // Everything comes from here and nothing stands inline, so no nonce is needed.
    private const string Csp = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'; base-uri 'none'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Csp;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        context.Response.OnStarting(() =>
        {
            // What a signed-in person saw must not come back from a shared computer's cache.
            if (context.User.Identity?.IsAuthenticated == true && headers.CacheControl.Count == 0) { headers.CacheControl = "no-store"; }
            return Task.CompletedTask;
        });
        return next(context);
    });
}
