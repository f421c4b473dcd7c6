using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BetterTogether.Learning.Web.Hosting;

public static class JsonSetup
{
    /// <summary>The API's one dialect: camelCase, enums as words, absent instead of null, times as <see cref="UtcTimes"/>.</summary>
    public static JsonSerializerOptions Options { get; } = Apply(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new UtcTimes());
        return options;
    }
}

/// <summary>Times in and out as <c>yyyy-MM-ddTHH:mm:ssZ</c>; another offset is converted, none at all is refused: nobody knows what it means.</summary>
public sealed class UtcTimes : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return text is not null
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var kind) && kind.Kind != DateTimeKind.Unspecified
            ? time.UtcDateTime
            : throw new JsonException("A time is written as 2026-06-03T09:00:00Z, with Z or an offset");
    }

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture));
}
