using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace BetterTogether.Learning.Web.Features.Calendars;

/// <summary>The feeds and the download. Calendars ask again and again, so each answer has an ETag.</summary>
public static class CalendarApi
{
    private const string Type = "text/calendar; charset=utf-8";

    public static void Map(IEndpointRouteBuilder app)
    {
        var feeds = app.MapGroup("").AllowAnonymous().RequireRateLimiting(RateLimits.Search).ExcludeFromDescription();
        feeds.MapMethods("/calendar/{token}.ics", ["GET", "HEAD"], PersonalAsync);
        feeds.MapMethods("/programme.ics", ["GET", "HEAD"], ProgrammeAsync);
        feeds.MapMethods("/sessions/{id:guid}.ics", ["GET", "HEAD"], SessionAsync);
    }

    private static async Task<IResult> PersonalAsync(string token, FeedQueries feeds, ICalendarFormat format, HttpContext context, CancellationToken cancel)
    {
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        return await feeds.PersonalAsync(token, cancel) is { } entries ? Feed(context, format, "My learning", entries, "private, no-cache") : TypedResults.NotFound();
    }

    private static async Task<IResult> ProgrammeAsync(FeedQueries feeds, ICalendarFormat format, IOptions<SiteOptions> site, HttpContext context, CancellationToken cancel) =>
        Feed(context, format, $"{site.Value.Name}: what's on", await feeds.ProgrammeAsync(cancel), "public, max-age=300");

    private static async Task<IResult> SessionAsync(Guid id, FeedQueries feeds, ICalendarFormat format, IOptions<SiteOptions> site, HttpContext context, CancellationToken cancel)
    {
        var entries = await feeds.SessionAsync(id, cancel);
        if (entries.Count == 0) { return TypedResults.NotFound(); }
        context.Response.Headers.ContentDisposition = "attachment; filename=\"session.ics\"";
        return Feed(context, format, site.Value.Name, entries, "private, no-cache");
    }

    private static FileContentHttpResult Feed(HttpContext context, ICalendarFormat format, string name, IReadOnlyList<FeedEntry> entries, string cache)
    {
        var content = Encoding.UTF8.GetBytes(format.WriteFeed(name, [.. entries.Select(e => e.Published)]));
        context.Response.Headers.CacheControl = cache;
        // The framework answers 304 by itself where the caller has this one already.
        return TypedResults.Bytes(content, Type, entityTag: new EntityTagHeaderValue($"\"{Base64Url.EncodeToString(SHA256.HashData(content))[..22]}\""));
    }
}
