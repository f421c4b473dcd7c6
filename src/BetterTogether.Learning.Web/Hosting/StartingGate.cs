using BetterTogether.Learning.Web.Data;

namespace BetterTogether.Learning.Web.Hosting;

public static class StartingGate
{
    /// <summary>Until the tables are there and filled, everything but "is it alive" answers 503 and asks to come again; no check runs against what is not there yet.</summary>
    public static IApplicationBuilder UseStartingGate(this IApplicationBuilder app)
    {
        var readiness = app.ApplicationServices.GetRequiredService<Readiness>();
        return app.Use(async (context, next) =>
        {
            if (readiness.IsReady || context.Request.Path == Links.Live)
            {
                await next(context);
                return;
            }
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "2";
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(context.Request.Path == Links.Ready ? "Unhealthy" : "We are just starting. Please try again in a moment.", context.RequestAborted);
        });
    }
}
