using System.Text.Encodings.Web;
using System.Text.Json;
using BetterTogether.Learning.Web.Hosting;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>What a node tells the others once a change is committed. Words that are never stored travel with it.</summary>
/// <param name="Node">Who tells; a node does not listen to itself.</param>
/// <param name="TurnId">The turn that runs now: words of any other turn are gone.</param>
/// <param name="Said">What the holder has typed, when that is what is new.</param>
/// <param name="Private">Private words that are new, or gone.</param>
public sealed record CircleNews(Guid CircleId, int Version, Guid Node, string? TurnId = null, string? Said = null, IReadOnlyList<PrivateWord>? Private = null)
{
    // A notification of PostgreSQL holds 8,000 bytes; \u-escapes would double what people write in other scripts.
    private static readonly JsonSerializerOptions Json = new(JsonSetup.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string ToPayload() => JsonSerializer.Serialize(this, Json);

    /// <exception cref="JsonException">Another version of the product said it.</exception>
    public static CircleNews FromPayload(string payload) => JsonSerializer.Deserialize<CircleNews>(payload, Json) ?? throw new JsonException("Empty news");
}

/// <param name="Text">Null once it is gone.</param>
public sealed record PrivateWord(string Id, string? Text);
