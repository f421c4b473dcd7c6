using System.Security.Claims;
using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace BetterTogether.Learning.Web.Features.DevelopmentPlan;

/// <param name="HowWeWillKnow">How we will know.</param>
/// <param name="TargetDate">London date.</param>
public sealed record ObjectiveBody(ObjectiveKind? Kind = null, string? Title = null, string? Why = null, string? HowWeWillKnow = null, DateOnly? TargetDate = null);

/// <param name="Status">Absent: as it stands.</param>
public sealed record NoteBody(ObjectiveStatus? Status = null, string? Text = null);

/// <summary>A line of an objective's history.</summary>
/// <param name="By">Who wrote it: "me" or "manager".</param>
public sealed record EntryOut(int Number, EntryKind Kind, ObjectiveStatus Status, string Text, string? Url, DateOnly On, string By, DateTime AtUtc);

/// <param name="Year">The start of the plan's year: 2026 for 1 April 2026 to 31 March 2027.</param>
public sealed record ObjectiveOut(
    Guid Id, ObjectiveKind Kind, string Title, string? Why, string? HowWeWillKnow, DateOnly? TargetDate, ObjectiveStatus Status, int Year, Guid? CarriedFromId, DateTime SetAtUtc, IReadOnlyList<EntryOut> Entries);

public sealed record ObjectiveList(IReadOnlyList<ObjectiveOut> Items);

/// <summary><c>/api/v1</c>: my objectives, and notes on those I may read.</summary>
public static class ObjectiveApi
{
    public static RouteGroupBuilder Map(RouteGroupBuilder api)
    {
        api.MapGet("/me/objectives", MineAsync);
        api.MapPost("/me/objectives", SetAsync);
        api.MapPost("/objectives/{id:guid}/notes", NoteAsync);
        return api;
    }

    /// <summary>The year that runs, with the unfinished objectives of earlier years.</summary>
    private static async Task<Ok<ObjectiveList>> MineAsync(ClaimsPrincipal user, ObjectiveQueries plans, CancellationToken cancel)
    {
        var plan = await plans.PlanAsync(user.Id(), user.Id(), asked: null, cancel);
        return TypedResults.Ok(new ObjectiveList([.. plan!.Histories.Select(Out)]));
    }

    private static async Task<Results<Created<ObjectiveOut>, ProblemHttpResult>> SetAsync(
        ObjectiveBody body, ClaimsPrincipal user, ObjectiveService objectives, ObjectiveQueries plans, CancellationToken cancel, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey = null)
    {
        if (body.Kind is not { } kind) { return new Domain.Shared.Invalid("kind-missing", "The kind is one of work, training and wellbeing", "kind").ToProblem(); }
        var once = OnceKey.From(idempotencyKey, user.Id(), "objective", body);
        var set = await objectives.SetAsync(user.Id(), new ObjectiveDetails(kind, body.Title ?? "", body.Why, body.HowWeWillKnow, body.TargetDate), once, cancel);
        if (set.Refusal is { } no) { return no.ToProblem(); }
        var view = await plans.ObjectiveAsync(set.Value, user.Id(), cancel);
        return TypedResults.Created(Links.Objective(set.Value), Out(view!.History));
    }

    private static async Task<Results<Created<EntryOut>, ProblemHttpResult>> NoteAsync(
        Guid id, NoteBody body, ClaimsPrincipal user, ObjectiveService objectives, ObjectiveQueries plans, CancellationToken cancel, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey = null)
    {
        var noted = await objectives.NoteAsync(id, user.Id(), body.Status, body.Text, OnceKey.From(idempotencyKey, user.Id(), $"objective-note/{id}", body), cancel);
        if (noted.Refusal is { } no) { return no.ToProblem(); }
        var view = await plans.ObjectiveAsync(id, user.Id(), cancel);
        return TypedResults.Created(Links.Objective(id), Out(view!.Objective, view.History.Entries.Single(e => e.Number == noted.Value)));
    }

    private static ObjectiveOut Out(History history)
    {
        var o = history.Objective;
        return new(o.Id, o.Kind, o.Title, o.Why, o.Measure, o.TargetDate, o.Status, o.Year, o.CarriedFromId, o.SetAtUtc, [.. history.Entries.Select(e => Out(o, e))]);
    }

    private static EntryOut Out(Objective objective, ObjectiveEntry e) => new(e.Number, e.Kind, e.Status, e.Text, e.Url, e.On, e.ById == objective.PersonId ? "me" : "manager", e.AtUtc);
}
