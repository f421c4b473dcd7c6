using System.Security.Claims;
using System.Text.Json;
using BetterTogether.Learning.Domain.Cpd;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BetterTogether.Learning.Web.Features.Cpd;

/// <param name="CopiedOn">London date its person copied it to the regulator.</param>
/// <param name="Headings">In words: "Professional capabilities framework: 5 Knowledge".</param>
public sealed record CpdEntryOut(
    Guid Id, CpdKind Kind, string Title, DateOnly On, CpdStatus Status, DateOnly? CopiedOn, string? Learnt, string? Impact, string? PeerReflection, IReadOnlyList<string> Headings, IReadOnlyList<string> Tags);

public sealed record CpdOfferOut(string Source, CpdKind Kind, string Title, DateOnly On);

public sealed record CpdChecklistOut(string Key, string Title, int Pieces, int WithPeer, int Ready, int ReadyWithPeer, bool Done);

/// <summary>A registration year of one's own record.</summary>
/// <param name="Offered">What can be added; only in the call, not in the download.</param>
public sealed record CpdOut(DateOnly From, DateOnly To, CpdChecklistOut? Checklist, IReadOnlyList<CpdEntryOut> Items, IReadOnlyList<CpdOfferOut>? Offered);

/// <summary>One's own CPD record in the API and as downloads.</summary>
public static class CpdApi
{
    private static readonly JsonSerializerOptions Readable = new(JsonSetup.Options) { WriteIndented = true };

    public static RouteGroupBuilder Map(RouteGroupBuilder api)
    {
        api.MapGet("/me/cpd", MineAsync);
        return api;
    }

    public static void MapDownloads(IEndpointRouteBuilder app)
    {
        app.MapGet("/cpd/record.csv", CsvAsync).RequireAuthorization().RequireRateLimiting(RateLimits.Search).ExcludeFromDescription();
        app.MapGet("/cpd/record.json", JsonAsync).RequireAuthorization().RequireRateLimiting(RateLimits.Search).ExcludeFromDescription();
    }

    /// <param name="year">The calendar year of the 30 November that ends it; the year that runs when absent.</param>
    private static async Task<Ok<CpdOut>> MineAsync(ClaimsPrincipal user, CpdQueries records, CpdContent content, CancellationToken cancel, int? year = null)
    {
        var record = await records.YearAsync(user.Id(), RegistrationYear.Asked(year), texts: true, cancel);
        return TypedResults.Ok(Out(record, content, [.. record.Offers.Select(o => new CpdOfferOut(o.Source.Key, o.Kind, o.Title, o.On))]));
    }

    private static async Task<FileContentHttpResult> JsonAsync(ClaimsPrincipal user, CpdQueries records, CpdContent content, CancellationToken cancel, int? year = null)
    {
        var record = await records.YearAsync(user.Id(), RegistrationYear.Asked(year), texts: true, cancel);
        return TypedResults.File(JsonSerializer.SerializeToUtf8Bytes(Out(record, content, offered: null), Readable), "application/json", $"cpd-{record.Year.End}.json");
    }

    private static async Task<FileContentHttpResult> CsvAsync(ClaimsPrincipal user, CpdQueries records, CpdContent content, CancellationToken cancel, int? year = null)
    {
        var record = await records.YearAsync(user.Id(), RegistrationYear.Asked(year), texts: true, cancel);
        var lines = record.OldestFirst.Select(e => Csv.Line(
            $"{e.On:yyyy-MM-dd}", e.Kind.Words(), e.Title, e.Learnt, e.Impact, e.PeerReflection, string.Join("; ", e.HeadingKeys.Select(content.WordsOf)), e.Tags, e.Status.Words(e.CopiedOn)));
        return TypedResults.File(Csv.File(lines.Prepend(Csv.Line("Date", "Kind", "Title", "What I learnt", "What it changes", "With a peer", "Standards and capabilities", "Tags", "Status"))), Csv.ContentType, $"cpd-{record.Year.End}.csv");
    }

    private static CpdOut Out(CpdView record, CpdContent content, IReadOnlyList<CpdOfferOut>? offered) => new(
        record.Year.First, record.Year.Last,
        record.Progress is { } p ? new(p.Checklist.Key, p.Checklist.Title, p.Checklist.Pieces, p.Checklist.WithPeer, p.Ready, p.WithPeer, p.IsDone) : null,
        [.. record.OldestFirst.Select(e => new CpdEntryOut(e.Id, e.Kind, e.Title, e.On, e.Status, e.CopiedOn, e.Learnt, e.Impact, e.PeerReflection, [.. e.HeadingKeys.Select(content.WordsOf)], e.Tags?.Split(", ") ?? []))], offered);
}
