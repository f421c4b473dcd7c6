using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using BetterTogether.Learning.Web.Hosting;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>What a node tells the others once a change is committed. Words that are never stored travel with it.</summary>
/// <param name="Node">Who tells; a node does not listen to itself.</param>
/// <param name="TurnId">The turn that runs now: words of any other turn are gone.</param>
/// <param name="Said">What the holder has typed, when that is what is new.</param>
/// <param name="Private">Private words that are new, or gone.</param>
public sealed record CircleNews(Guid CircleId, int Version, Guid Node, string? TurnId = null, [property: JsonConverter(typeof(Words))] string? Said = null, IReadOnlyList<PrivateWord>? Private = null)
{
    public string ToPayload() => JsonSerializer.Serialize(this, JsonSetup.Options);

    /// <exception cref="JsonException">Another version of the product said it.</exception>
    public static CircleNews FromPayload(string payload) => JsonSerializer.Deserialize<CircleNews>(payload, JsonSetup.Options) ?? throw new JsonException("Empty news");
}

/// <param name="Text">Null once it is gone.</param>
public sealed record PrivateWord(string Id, [property: JsonConverter(typeof(Words))] string? Text);

/// <summary>A notification of PostgreSQL holds fewer than 8,000 bytes, and as JSON escapes them 1,500 characters may be 9,000. As Base64 of their UTF-8 they are 6,000, whatever they are.</summary>
internal sealed class Words : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Encoding.UTF8.GetString(reader.GetBytesFromBase64());

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteBase64StringValue(Encoding.UTF8.GetBytes(value));
}
