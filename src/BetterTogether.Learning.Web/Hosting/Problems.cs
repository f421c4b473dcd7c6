using System.Net;
using BetterTogether.Learning.Domain.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BetterTogether.Learning.Web.Hosting;

/// <summary>A refusal as a ProblemDetails (RFC 9457): 404 for "-not-found", 400 for what is wrong in itself, 409 for the rest.</summary>
public static class Problems
{
    public static ProblemHttpResult ToProblem(this Refusal refusal) => TypedResults.Problem(
        detail: refusal.Message,
        statusCode: (int)refusal.Status(),
        title: Title(refusal.Status()),
        extensions: new Dictionary<string, object?> { ["code"] = refusal.Code, ["field"] = refusal.Field });

    public static HttpStatusCode Status(this Refusal refusal) => refusal switch
    {
        Invalid => HttpStatusCode.BadRequest,
        { Code: var code } when code.EndsWith("-not-found", StringComparison.Ordinal) => HttpStatusCode.NotFound,
        { Code: var code } when code.StartsWith("not-your-", StringComparison.Ordinal) => HttpStatusCode.Forbidden,
        _ => HttpStatusCode.Conflict,
    };

    private static string Title(HttpStatusCode status) => status switch
    {
        HttpStatusCode.BadRequest => "That cannot be right",
        HttpStatusCode.Forbidden => "Not yours to do",
        HttpStatusCode.NotFound => "Not found",
        _ => "That did not go through",
    };
}
