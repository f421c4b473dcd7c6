using System.Security.Claims;
using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BetterTogether.Learning.Web.Features.Reviews;

/// <param name="Version">The one the writer began from; without it the text is taken as it comes.</param>
/// <param name="As">Whose words these are, for a page that may outlive its sign-in.</param>
public sealed record PreparationBody(string? Text, int? Version = null, Guid? As = null);

/// <param name="Version">The one the writer began from; 0 for the first.</param>
/// <param name="HeldOn">The London day of the conversation; today where it is absent.</param>
/// <param name="Typing">Nobody has pressed Save: no day is noted, and once one of the two has confirmed it is refused.</param>
public sealed record OutcomeBody(string? Text, int Version, DateOnly? HeldOn = null, Guid? As = null, bool Typing = false);

public sealed record ConfirmBody(int Version);

public sealed record ReopenBody(string? Reason);

/// <summary><c>/api/v1</c>: reviews, and the figures of a cycle.</summary>
public static class ReviewApi
{
    public static RouteGroupBuilder Map(RouteGroupBuilder api)
    {
        api.MapGet("/me/review", MineAsync);
        api.MapGet("/reviews/{id:guid}", FindAsync);
        api.MapPut("/reviews/{id:guid}/preparation", PrepareAsync);
        api.MapPost("/reviews/{id:guid}/share", ShareAsync);
        api.MapPut("/reviews/{id:guid}/outcome", WriteAsync);
        api.MapPost("/reviews/{id:guid}/confirm", ConfirmAsync);
        api.MapPost("/reviews/{id:guid}/reopen", ReopenAsync);
        api.MapGet("/reports/reviews", ReportAsync).RequireAuthorization(Policies.Desk);
        return api;
    }

    private static async Task<Results<Ok<ReviewView>, ProblemHttpResult>> MineAsync(ClaimsPrincipal user, ReviewQueries reviews, CancellationToken cancel) =>
        await reviews.LatestIdAsync(user.Id(), cancel) is { } id && await reviews.FindAsync(id, user.Id(), isDesk: false, cancel) is { } sheet ? TypedResults.Ok(ReviewView.From(sheet)) : new ReviewNotFound().ToProblem();

    private static async Task<Results<Ok<ReviewView>, ProblemHttpResult>> FindAsync(Guid id, ClaimsPrincipal user, ReviewQueries reviews, ReviewService service, CancellationToken cancel)
    {
        if (await reviews.FindAsync(id, user.Id(), user.IsDesk(), cancel) is not { } sheet) { return new ReviewNotFound().ToProblem(); }
        if (!sheet.IsMine) { await service.OpenedAsync(id, user.Id(), sheet.Today, cancel); }
        return TypedResults.Ok(ReviewView.From(sheet));
    }

    private static async Task<Results<Ok<ReviewView>, ProblemHttpResult>> PrepareAsync(Guid id, PreparationBody body, ClaimsPrincipal user, ReviewService service, ReviewQueries reviews, CancellationToken cancel) =>
        await AnswerAsync(body.As is { } who && who != user.Id() ? new SomebodyElsesWords() : (await service.PrepareAsync(id, user.Id(), body.Text, body.Version, cancel)).Refusal, id, user, reviews, cancel);

    private static async Task<Results<Ok<ReviewView>, ProblemHttpResult>> ShareAsync(Guid id, ClaimsPrincipal user, ReviewService service, ReviewQueries reviews, CancellationToken cancel) =>
        await AnswerAsync((await service.ShareAsync(id, user.Id(), cancel)).Refusal, id, user, reviews, cancel);

    private static async Task<Results<Ok<ReviewView>, ProblemHttpResult>> WriteAsync(Guid id, OutcomeBody body, ClaimsPrincipal user, ReviewService service, ReviewQueries reviews, CancellationToken cancel) =>
        await AnswerAsync(body.As is { } who && who != user.Id() ? new SomebodyElsesWords() : (await service.WriteAsync(id, user.Id(), body.Text, body.Version, body.HeldOn, body.Typing, cancel)).Refusal, id, user, reviews, cancel);

    private static async Task<Results<Ok<ReviewView>, ProblemHttpResult>> ConfirmAsync(Guid id, ConfirmBody body, ClaimsPrincipal user, ReviewService service, ReviewQueries reviews, CancellationToken cancel) =>
        await AnswerAsync((await service.ConfirmAsync(id, user.Id(), body.Version, cancel)).Refusal, id, user, reviews, cancel);

    private static async Task<Results<Ok<ReviewView>, ProblemHttpResult>> ReopenAsync(Guid id, ReopenBody body, ClaimsPrincipal user, ReviewService service, ReviewQueries reviews, CancellationToken cancel) =>
        await AnswerAsync((await service.ReopenAsync(id, user.Id(), body.Reason, cancel)).Refusal, id, user, reviews, cancel);

    /// <param name="cycle">The year's label; the latest that has opened where it is absent.</param>
    private static async Task<Results<Ok<CompletionReport>, ProblemHttpResult>> ReportAsync(CompletionQueries figures, CancellationToken cancel, string? cycle = null) =>
        await figures.ReportAsync(cycle, cancel) is { } report ? TypedResults.Ok(report) : new CycleNotFound().ToProblem();

    private static async Task<Results<Ok<ReviewView>, ProblemHttpResult>> AnswerAsync(Refusal? refusal, Guid id, ClaimsPrincipal user, ReviewQueries reviews, CancellationToken cancel) => refusal switch
    {
        OutcomeChanged changed => Clash(changed, changed.Mine, changed.Theirs, changed.Version),
        PreparationChanged changed => Clash(changed, changed.Mine, changed.Theirs, changed.Version),
        not null => refusal.ToProblem(),
        _ => await reviews.FindAsync(id, user.Id(), isDesk: false, cancel) is { } sheet ? TypedResults.Ok(ReviewView.From(sheet)) : new ReviewNotFound().ToProblem(),
    };

    // Both texts travel with the refusal, so that whoever typed has everything before them.
    private static ProblemHttpResult Clash(Refusal refusal, string? mine, string theirs, int version) => TypedResults.Problem(
        refusal.Message, statusCode: StatusCodes.Status409Conflict, title: "That did not go through",
        extensions: new Dictionary<string, object?> { ["code"] = refusal.Code, ["mine"] = mine, ["theirs"] = theirs, ["version"] = version });
}
