using System.Diagnostics;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Errors;

/// <summary>Asks no database: it is what people see when there is none. A failed post comes here as a post, without its token.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    public ErrorWords Words { get; private set; } = ErrorWords.Of(StatusCodes.Status500InternalServerError);

    /// <summary>Shown for our own faults: it finds the lines in the log.</summary>
    public string? TraceId { get; private set; }

    /// <summary>The page that failed, where there is a way back to it: a post is not sent again behind anybody's back.</summary>
    public string? Failed { get; private set; }

    public void OnGet(int status) => Show(status);

    public void OnPost(int status) => Show(status);

    private void Show(int status)
    {
        if (HttpContext.Features.Get<IExceptionHandlerFeature>() is { } failed) { status = Faults.StatusOf(failed.Error); }
        // Typed into the address bar, /error/200 is just another page that is not there.
        Response.StatusCode = status is >= 400 and < 600 ? status : StatusCodes.Status404NotFound;
        Words = ErrorWords.Of(Response.StatusCode);
        TraceId = Response.StatusCode == StatusCodes.Status500InternalServerError ? Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier : null;
        Failed = !HttpMethods.IsGet(Request.Method) ? null : HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } answer
            ? answer.OriginalPath + answer.OriginalQueryString
            : HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path;
    }
}
