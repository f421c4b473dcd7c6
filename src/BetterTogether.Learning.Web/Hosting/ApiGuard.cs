using Microsoft.AspNetCore.Http.HttpResults;

namespace BetterTogether.Learning.Web.Hosting;

/// <summary>
/// The API is signed in by a cookie and has no antiforgery token: an unsafe call from another site's page is refused by what the
/// browser itself says of where it comes from. Neither header there: not a browser, judged by its sign-in alone.
/// </summary>
public sealed class ApiGuard : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        IsForeign(context.HttpContext.Request) ? Refused() : await next(context);

    public static bool IsForeign(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)) { return false; }
        if (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site") { return true; }
        return HasForeignOrigin(request);
    }

    /// <summary>A WebSocket's handshake is a GET with nothing but its Origin to tell where it comes from.</summary>
    public static bool HasForeignOrigin(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0 && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }

    private static ProblemHttpResult Refused() => TypedResults.Problem(
        "This call came from a page of another site", statusCode: StatusCodes.Status403Forbidden, title: "Not from here",
        extensions: new Dictionary<string, object?> { ["code"] = "cross-site" });
}
