namespace BetterTogether.Learning.Web.Hosting;

public static class Unmatched
{
    // The fallback policy covers what no route matches too, and would send a mistyped address to sign in. A catch-all route would
    // mend that, but as a candidate for every path it also takes calls without a body or with the wrong method from their own routes.
    private static readonly Endpoint Anywhere = new(
        context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        },
        new EndpointMetadataCollection(new Microsoft.AspNetCore.Authorization.AllowAnonymousAttribute()),
        "Nothing is here");

    /// <summary>What no route matched is 404 for everybody. Stands after routing, before authorisation.</summary>
    public static IApplicationBuilder UseUnmatched(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint() is null) { context.SetEndpoint(Anywhere); }
        return next(context);
    });
}
