using System.Security.Cryptography;
using System.Text;
using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Replies;

/// <summary>Where a mail gateway posts an answer as raw MIME. Not there at all while no secret is set.</summary>
public static class ReplyApi
{
    private const string Scheme = "Bearer ";

    public static void Map(RouteGroupBuilder api) => api.MapPost("/replies", TakeAsync)
        .AllowAnonymous().RequireRateLimiting(RateLimits.Search)
        .WithSummary("A calendar's answer to an invite, as the whole mail. Needs Authorization: Bearer and the secret of Replies__Secret.")
        .Produces<ReplyTaken>().ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status413PayloadTooLarge);

    private static async Task<IResult> TakeAsync(HttpContext context, ReplyService replies, IOptions<ReplyOptions> options, CancellationToken cancel)
    {
        if (options.Value.Secret.Length == 0) { return TypedResults.NotFound(); }
        if (!IsSecret(context.Request.Headers.Authorization.ToString(), options.Value.Secret)) { return TypedResults.Unauthorized(); }
        if (await ReadAsync(context, options.Value.MaxBytes, cancel) is not { } message) { return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge); }
        var taken = await replies.TakeAsync(message, cancel);
        // A gateway that is told "no" brings the same mail again and again: what is not for us is an answer too.
        return TypedResults.Ok(taken.Refusal is { } no ? new ReplyTaken(null, no.Code) : new ReplyTaken(taken.Value, null));
    }

    // Hashed first, because the comparison is constant in time for equal lengths alone.
    private static bool IsSecret(string header, string secret) => header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(header[Scheme.Length..].Trim())), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static async Task<byte[]?> ReadAsync(HttpContext context, int most, CancellationToken cancel)
    {
        if (context.Request.ContentLength > most) { return null; }
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) { limit.MaxRequestBodySize = most + 1L; }
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await context.Request.Body.ReadAsync(buffer, cancel) is > 0 and var read)
        {
            message.Write(buffer, 0, read);
            if (message.Length > most) { return null; }
        }
        return message.ToArray();
    }
}

/// <param name="Reply">What was taken down; null where the mail was ignored.</param>
/// <param name="Ignored">Why, as a code.</param>
public sealed record ReplyTaken(InviteReply? Reply, string? Ignored);
