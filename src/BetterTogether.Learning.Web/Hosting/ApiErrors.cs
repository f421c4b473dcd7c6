using System.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;

namespace BetterTogether.Learning.Web.Hosting;

/// <summary>Errors under <c>/api</c> are ProblemDetails with a code; elsewhere they are pages.</summary>
public static class ApiErrors
{
    public static bool IsApi(PathString path) => path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    /// <summary>Every problem has a code and a trace id, also those the framework makes.</summary>
    public static void AddCode(ProblemDetailsContext context)
    {
        var status = context.ProblemDetails.Status ?? context.HttpContext.Response.StatusCode;
        context.ProblemDetails.Title ??= ReasonPhrases.GetReasonPhrase(status);
        context.ProblemDetails.Extensions.TryAdd("code", status switch
        {
            400 => "bad-request",
            401 => "sign-in-needed",
            403 => "not-allowed",
            404 => "not-found",
            405 => "method-not-allowed",
            413 => "too-large",
            415 => "json-needed",
            429 => "too-many-requests",
            >= 500 => "our-fault",
            _ => "error",
        });
        context.ProblemDetails.Extensions["traceId"] = Activity.Current?.Id ?? context.HttpContext.TraceIdentifier;
    }
}

public static class StatusPages
{
    /// <summary>An empty answer of 400 and more gets a body: ProblemDetails under <c>/api</c>, a page elsewhere.</summary>
    public static void UseStatusCodePagesForBoth(this WebApplication app)
    {
        app.UseWhen(context => ApiErrors.IsApi(context.Request.Path), api => api.UseStatusCodePages());
        app.UseWhen(context => !ApiErrors.IsApi(context.Request.Path), pages => pages.UseStatusCodePagesWithReExecute("/error/{0}"));
    }
}
