using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Circles;

/// <summary>How circles are written: state, formats, snapshots and commands alike.</summary>
public static class CircleJson
{
    /// <summary>As the serialiser does it by itself.</summary>
    public static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new DayConverter() },
    };

    private static readonly SnapshotConverter Snapshots = new(Plain);

    /// <summary>The same JSON, with less work where the same is written again and again.</summary>
    public static readonly JsonSerializerOptions Options = new(Plain)
    {
        Converters = { Snapshots, new WrittenOnce.Converter<Seat>(Plain) },
    };

    /// <summary>What <see cref="Write(CircleState)"/> and <see cref="Write(CircleFormat)"/> wrote.</summary>
    public static CircleState ReadState(string json, string script) => JsonSerializer.Deserialize<CircleState>(json, Options)! with { Format = ReadFormat(script) };

    public static CircleFormat ReadFormat(string script) => JsonSerializer.Deserialize<CircleFormat>(script, Options)!;

    /// <summary>All but the format.</summary>
    public static string Write(CircleState state) => JsonSerializer.Serialize(state, Options);

    public static string Write(CircleFormat format) => JsonSerializer.Serialize(format, Options);

    /// <summary>As <see cref="Options"/> write it, straight to where it goes.</summary>
    public static void Write(IBufferWriter<byte> output, CircleSnapshot snapshot) => output.Write(Snapshots.Written(snapshot));

    /// <summary>A command from the wire. Its kind may stand anywhere in the object; a kind nobody knows is refused, not an error.</summary>
    public static Result<CircleCommand> ReadCommand(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("kind", out var kind) || kind.ValueKind != JsonValueKind.String) { return new CommandWrong(); }
        var name = kind.GetString()!;
        // The API's spelling alone: a number or another case is not a kind.
        if (!Enum.TryParse<CommandKind>(name, ignoreCase: true, out var known) || JsonNamingPolicy.CamelCase.ConvertName(known.ToString()) != name) { return new UnknownCommand(); }
        try
        {
            var command = (CircleCommand)json.Deserialize(CommandKinds.Types[known], Options)!;
            return command.Id is { Length: > 0 and <= 64 } ? command : new CommandWrong();
        }
        catch (JsonException)
        {
            return new CommandWrong();
        }
    }

    /// <summary>A day, also where a client sends the moment of a day.</summary>
    private sealed class DayConverter : JsonConverter<DateOnly>
    {
        public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.GetString() ?? "";
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) { return day; }
            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
                ? moment.UtcDateTime.ToLondonDate() : throw new JsonException();
        }

        public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
