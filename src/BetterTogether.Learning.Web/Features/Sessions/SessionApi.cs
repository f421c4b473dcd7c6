using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Nodes;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Sessions;

public sealed record CancelBody(string? Reason = null);

/// <summary><c>/api/v1/sessions</c> and <c>/api/v1/series</c>.</summary>
public static class SessionApi
{
    public static RouteGroupBuilder Map(RouteGroupBuilder api)
    {
        api.MapGet("/sessions", ListAsync).RequireRateLimiting(RateLimits.Search);
        api.MapGet("/sessions/{id:guid}", OneAsync);
        api.MapPost("/sessions", CreateAsync).RequireAuthorization(Policies.Planner);
        api.MapPatch("/sessions/{id:guid}", ChangeAsync);
        api.MapPost("/sessions/{id:guid}/cancel", CancelAsync);
        api.MapPost("/series", CreateSeriesAsync).RequireAuthorization(Policies.Desk);
        return api;
    }

    /// <param name="kind">As in the answers: learningWednesday, directWork …; the framework would take the C# spelling alone.</param>
    private static async Task<Results<Ok<SessionList>, ProblemHttpResult>> ListAsync(
        ClaimsPrincipal user, SessionQueries sessions, CancellationToken cancel, DateOnly? from = null, DateOnly? to = null, string? kind = null, string? q = null, string? after = null)
    {
        SessionKind? only = Enum.TryParse<SessionKind>(kind, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null;
        if (!string.IsNullOrEmpty(kind) && only is null) { return SessionBody.UnknownKind.ToProblem(); }
        var page = await sessions.ProgrammeAsync(Viewer.From(user), new ProgrammeFilter(from, to, only, q, after), cancel);
        return TypedResults.Ok(new SessionList([.. page.Items.Select(card => SessionView.From(card))], page.Next));
    }

    private static async Task<Results<Ok<SessionView>, ProblemHttpResult>> OneAsync(Guid id, ClaimsPrincipal user, SessionQueries sessions, CancellationToken cancel) =>
        await sessions.PageAsync(Viewer.From(user), id, cancel) is { } page ? TypedResults.Ok(SessionView.From(page)) : new SessionNotFound().ToProblem();

    private static async Task<Results<Created<SessionView>, ProblemHttpResult>> CreateAsync(SessionBody body, ClaimsPrincipal user, SessionService service, SessionQueries sessions, CancellationToken cancel)
    {
        var details = body.ToDetails();
        if (details.Refusal is { } unclear) { return unclear.ToProblem(); }
        var made = await service.CreateAsync(details.Value, body.Status != SessionStatus.Draft, Planner(user), cancel);
        return made.Refusal is { } no ? no.ToProblem() : TypedResults.Created(Links.ApiSession(made.Value.Id), SessionView.From((await sessions.PageAsync(Viewer.From(user), made.Value.Id, cancel))!));
    }

    private static async Task<Results<Ok<SessionView>, ProblemHttpResult>> ChangeAsync(Guid id, JsonObject patch, ClaimsPrincipal user, SessionService service, SessionQueries sessions, LearningDb db, CancellationToken cancel)
    {
        if (await sessions.CardAsync(Viewer.From(user), id, cancel) is null) { return new SessionNotFound().ToProblem(); }
        var session = await db.Sessions.AsNoTracking().Include(s => s.Dates).Include(s => s.Trainers).AsSplitQuery().SingleAsync(s => s.Id == id, cancel);
        SessionBody body;
        try
        {
            body = SessionBody.Patched(session, patch);
        }
        catch (JsonException e)
        {
            throw new BadHttpRequestException(e.Message, e);
        }
        var details = body.ToDetails();
        if (details.Refusal is { } unclear) { return unclear.ToProblem(); }
        var changed = await service.ChangeAsync(id, details.Value, session.Version, body.Status == SessionStatus.Published, Planner(user), cancel);
        return changed.Refusal is { } no ? no.ToProblem() : TypedResults.Ok(SessionView.From((await sessions.PageAsync(Viewer.From(user), id, cancel))!));
    }

    private static async Task<Results<Ok<SessionView>, ProblemHttpResult>> CancelAsync(Guid id, ClaimsPrincipal user, SessionService service, SessionQueries sessions, CancellationToken cancel, CancelBody? body = null)
    {
        var cancelled = await service.CancelAsync(id, body?.Reason, Planner(user), cancel);
        return cancelled.Refusal is { } no ? no.ToProblem() : TypedResults.Ok(SessionView.From((await sessions.PageAsync(Viewer.From(user), id, cancel))!));
    }

    private static async Task<Results<Created<SeriesMade>, ProblemHttpResult>> CreateSeriesAsync(
        SeriesBody body, ClaimsPrincipal user, SeriesService series, CancellationToken cancel, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey = null)
    {
        var made = await series.CreateAsync(body.ToDetails(), body.Publish, user.Id(), OnceKey.From(idempotencyKey, user.Id(), "series", body), cancel);
        return made.Refusal is { } no ? no.ToProblem() : TypedResults.Created(Links.DeskSeries(made.Value.Id), made.Value);
    }

    private static Planner Planner(ClaimsPrincipal user) => new(user.Id(), user.IsDesk());
}
