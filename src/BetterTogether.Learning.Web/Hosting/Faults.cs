using System.Data.Common;
using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace BetterTogether.Learning.Web.Hosting;

/// <summary>A request that ended in an exception: its line in the log, found by the trace id the caller is shown, and the answer under <c>/api</c>. Elsewhere the answer is the error page.</summary>
public sealed partial class Faults(IProblemDetailsService problems, ILogger<Faults> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // By now the handler has put the error page's path in place of the one that was asked for, and forgotten the endpoint.
        var failed = httpContext.Features.Get<IExceptionHandlerPathFeature>();
        var status = StatusOf(exception);
        Note(exception, status, failed?.Endpoint?.DisplayName, Activity.Current?.Id ?? httpContext.TraceIdentifier);
        if (!ApiErrors.IsApi(failed?.Path ?? httpContext.Request.Path)) { return false; }
        httpContext.Response.StatusCode = status;
        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = { Status = status, Detail = exception is BadHttpRequestException ? Shape(exception) : null },
        });
    }

    /// <summary>400 and the like for what could not be read, 503 while the database is away, 500 for our own faults.</summary>
    public static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        _ when IsAway(exception) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static bool IsAway(Exception exception) => exception is DbException { IsTransient: true } || (exception.InnerException is { } inner && IsAway(inner));

    // While the database is away every request fails alike: a stack of each would fill the disk and rotate away the line that tells it began.
    private void Note(Exception exception, int status, string? endpoint, string traceId)
    {
        if (status == StatusCodes.Status503ServiceUnavailable) { DatabaseAway(log, endpoint, traceId, exception.GetBaseException().Message); }
        else if (status >= StatusCodes.Status500InternalServerError) { Failed(log, exception, endpoint, traceId); }
    }

    // The JSON reader's message names our types; where it stopped is all the caller needs.
    private static string Shape(Exception exception) => exception.InnerException is System.Text.Json.JsonException json
        ? $"The body is not what this call takes, at {json.Path ?? "$"}. The API's description is at {Links.OpenApi}."
        : exception.Message;

    [LoggerMessage(Level = LogLevel.Error, Message = "Failed: {Endpoint}, trace {TraceId}")]
    private static partial void Failed(ILogger log, Exception e, string? endpoint, string traceId);

    [LoggerMessage(Level = LogLevel.Error, Message = "The database is away: {Endpoint}, trace {TraceId}: {Reason}")]
    private static partial void DatabaseAway(ILogger log, string? endpoint, string traceId, string reason);
}
