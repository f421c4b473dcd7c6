using System.Security.Claims;
using System.Text.Json;
using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <param name="Format">checkIn, listening, leadersListening, problemSolving or learning.</param>
public sealed record CircleBody(
    string? Title = null, string? Format = null, DateTime? StartsAtUtc = null, int? Minutes = null, IReadOnlyList<string>? ParticipantEmails = null, string? BringerEmail = null,
    string? FacilitatorEmail = null, IReadOnlyList<string>? CoFacilitatorEmails = null, string? ListenerEmail = null, string? CallUrl = null);

public sealed record CircleMade(Guid Id, string JoinUrl);

/// <summary><c>/api/v1/circles</c>: what a client does before and beside the hub.</summary>
public static class CirclesApi
{
    public static RouteGroupBuilder Map(RouteGroupBuilder api)
    {
        api.MapPost("/circles", PlanAsync).RequireAuthorization(Policies.Planner);
        api.MapGet("/circles/{id:guid}", SnapshotAsync);
        api.MapPost("/circles/{id:guid}/commands", ActAsync);
        api.MapPost("/circles/{id:guid}/leave", LeaveAsync);
        return api;
    }

    private static async Task<Results<Created<CircleMade>, ProblemHttpResult>> PlanAsync(
        CircleBody body, ClaimsPrincipal user, CircleService circles, IOptions<SiteOptions> site, CancellationToken cancel, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey = null)
    {
        var wanted = Wanted(body);
        if (wanted.Refusal is { } unclear) { return unclear.ToProblem(); }
        var made = await circles.PlanAsync(wanted.Value, user.Id(), OnceKey.From(idempotencyKey, user.Id(), "circle", body), cancel);
        return made.Refusal is { } no ? no.ToProblem() : TypedResults.Created(Links.ApiCircle(made.Value), new CircleMade(made.Value, site.Value.Absolute(Links.Circle(made.Value))));
    }

    private static Result<NewCircle> Wanted(CircleBody body)
    {
        if (CircleFormats.Find(body.Format ?? "") is not { } format) { return new Invalid("format-unknown", "The format is one of checkIn, listening, leadersListening, problemSolving and learning", "format"); }
        if (body.StartsAtUtc is not { } startsAtUtc) { return new Invalid("start-missing", "Say when it starts, as 2026-06-03T09:00:00Z", "startsAtUtc"); }
        return new NewCircle(body.Title ?? "", format, startsAtUtc, body.Minutes ?? 60, body.ParticipantEmails ?? [], body.BringerEmail, body.ListenerEmail, body.CoFacilitatorEmails, body.FacilitatorEmail, body.CallUrl);
    }

    /// <summary>The poll: 304 where the caller has this version already, by <paramref name="since"/> or by If-None-Match.</summary>
    private static async Task<Results<ContentHttpResult, StatusCodeHttpResult, ProblemHttpResult>> SnapshotAsync(Guid id, HttpContext http, ClaimsPrincipal user, CircleService circles, CancellationToken cancel, int? since = null)
    {
        var seen = await circles.SnapshotAsync(id, user.Id(), cancel);
        if (seen.Refusal is { } no) { return Problem(no); }
        var tag = $"\"{seen.Value.Version}\"";
        http.Response.Headers.ETag = tag;
        // To be asked again each time, and never to be kept on a shared computer.
        http.Response.Headers.CacheControl = "no-store";
        return since >= seen.Value.Version || http.Request.Headers.IfNoneMatch.Contains(tag)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Text(JsonSerializer.Serialize(seen.Value, CircleJson.Options), "application/json");
    }

    /// <summary>The hub's Act, for whoever has no socket: the answer says whether it was accepted.</summary>
    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> ActAsync(Guid id, JsonElement command, ClaimsPrincipal user, CircleService circles, CancellationToken cancel)
    {
        var answer = await circles.ActAsync(id, user.Id(), command, cancel);
        return answer is { Snapshot: null, Why: { } no } ? Problem(no) : TypedResults.Text(JsonSerializer.Serialize(answer, CircleJson.Options), "application/json");
    }

    /// <summary>A closing tab's beacon. Leaving for good is said in the room.</summary>
    private static async Task<Results<NoContent, ProblemHttpResult>> LeaveAsync(Guid id, ClaimsPrincipal user, CircleService circles, CancellationToken cancel, string? connection = null)
    {
        if ((await circles.SnapshotAsync(id, user.Id(), cancel)).Refusal is { } no) { return Problem(no); }
        await circles.SaysGoodbyeAsync(id, user.Id(), connection, cancel);
        return TypedResults.NoContent();
    }

    private static ProblemHttpResult Problem(Refusal no) => no is WasAskedToLeave
        ? TypedResults.Problem(no.Message, statusCode: StatusCodes.Status403Forbidden, title: "Not yours to do", extensions: new Dictionary<string, object?> { ["code"] = no.Code })
        : no.ToProblem();
}
