using System.Text.Json;
using System.Text.Json.Serialization;

namespace BetterTogether.Learning.Domain.Circles;

/// <summary>
/// Writes snapshots as the serialiser would, only faster: twelve people are sent one each for every command in their circle.
/// That nothing differs is a property test.
/// </summary>
internal sealed class SnapshotConverter(JsonSerializerOptions plain) : JsonConverter<CircleSnapshot>
{
    public override CircleSnapshot? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("A snapshot is only ever written");

    public override void Write(Utf8JsonWriter writer, CircleSnapshot value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("serverTime"u8, value.ServerTime);
        Write(writer, "floor"u8, value.Floor);
        writer.WriteStartArray("seats"u8);
        foreach (var seat in value.Seats) { seat.WriteTo(writer, plain); }
        writer.WriteEndArray();
        Write(writer, "you"u8, value.You);
        writer.WriteStartArray("choices"u8);
        foreach (var choice in value.Choices) { writer.WriteStringValue(choice); }
        writer.WriteEndArray();
        writer.WriteStartArray("messages"u8);
        foreach (var message in value.Messages) { JsonSerializer.Serialize(writer, message, plain); }
        writer.WriteEndArray();
        // An object's members without its braces: the writer takes what follows the first name as that one's value.
        writer.WritePropertyName("circleId"u8);
        writer.WriteRawValue(value.Shared.Written(plain)["{\"circleId\":".Length..^1], skipInputValidation: true);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, FloorView floor)
    {
        writer.WriteStartObject(name);
        writer.WriteString("state"u8, Name<FloorState>.Of(floor.State));
        writer.WriteString("turnId"u8, floor.TurnId);
        writer.WriteString("holder"u8, floor.Holder);
        writer.WriteString("offeredTo"u8, floor.OfferedTo);
        if (floor.StartedAt is { } started) { writer.WriteString("startedAt"u8, started); }
        else { writer.WriteNull("startedAt"u8); }
        writer.WriteNumber("heldMs"u8, floor.HeldMs);
        if (floor.Text is { } text) { writer.WriteString("text"u8, text); }
        if (floor.QuietUntil is { } quiet) { writer.WriteString("quietUntil"u8, quiet); }
        if (floor.AskedToMoveOn is { } asked) { writer.WriteBoolean("askedToMoveOn"u8, asked); }
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, YouView you)
    {
        writer.WriteStartObject(name);
        writer.WriteString("seatId"u8, you.SeatId);
        writer.WriteString("role"u8, Name<SeatRole>.Of(you.Role));
        writer.WriteStartArray("mayDo"u8);
        foreach (var kind in you.MayDo) { writer.WriteStringValue(Name<CommandKind>.Of(kind)); }
        writer.WriteEndArray();
        if (you.AgreedVersion is { } agreed) { writer.WriteNumber("agreedVersion"u8, agreed); }
        writer.WriteBoolean("passed"u8, you.Passed);
        writer.WriteBoolean("deferred"u8, you.Deferred);
        writer.WriteBoolean("steppedOut"u8, you.SteppedOut);
        writer.WriteEndObject();
    }

    private static class Name<T>
        where T : struct, Enum
    {
        private static readonly Dictionary<T, JsonEncodedText> Names = Enum.GetValues<T>().ToDictionary(v => v, v => JsonEncodedText.Encode(JsonNamingPolicy.CamelCase.ConvertName(v.ToString())));

        public static JsonEncodedText Of(T value) => Names[value];
    }
}
