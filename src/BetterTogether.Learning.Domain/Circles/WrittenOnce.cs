using System.Text.Json;
using System.Text.Json.Serialization;

namespace BetterTogether.Learning.Domain.Circles;

/// <summary>
/// A part that goes to many as it is, or is stored again and again: it is turned into JSON once, and the bytes stay with it.
/// It is equal to another by what it says alone. Threading: any thread; nothing else in it changes.
/// </summary>
public abstract record WrittenOnce
{
    private byte[]? written;

    protected WrittenOnce() { }

    // A changed copy is written anew.
    protected WrittenOnce(WrittenOnce original) { }

    public virtual bool Equals(WrittenOnce? other) => other is not null && EqualityContract == other.EqualityContract;

    public override int GetHashCode() => EqualityContract.GetHashCode();

    internal ReadOnlySpan<byte> Written(JsonSerializerOptions plain) => written ??= JsonSerializer.SerializeToUtf8Bytes(this, GetType(), plain);

    internal void WriteTo(Utf8JsonWriter writer, JsonSerializerOptions plain) => writer.WriteRawValue(Written(plain), skipInputValidation: true);

    internal sealed class Converter<T>(JsonSerializerOptions plain) : JsonConverter<T>
        where T : WrittenOnce
    {
        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonSerializer.Deserialize<T>(ref reader, plain);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => value.WriteTo(writer, plain);
    }
}
