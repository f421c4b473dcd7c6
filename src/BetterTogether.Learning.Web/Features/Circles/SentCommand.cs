using System.Text.Json;
using System.Text.Json.Serialization;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>A command as it came over the hub. SignalR writes a call's arguments into its log at Debug, by their ToString: this one tells nothing of what was typed.</summary>
[JsonConverter(typeof(Reader))]
public sealed class SentCommand(JsonElement json)
{
    public JsonElement Json => json;

    public override string ToString() => "a command";

    private sealed class Reader : JsonConverter<SentCommand>
    {
        public override bool HandleNull => true;

        public override SentCommand Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(JsonElement.ParseValue(ref reader));

        public override void Write(Utf8JsonWriter writer, SentCommand value, JsonSerializerOptions options) => value.Json.WriteTo(writer);
    }
}
