using System.Text;

namespace BetterTogether.Learning.Web.Features.Replies;

/// <summary>A message, or one part of it, as it was read; see <see cref="MimeReader"/>.</summary>
/// <param name="Headers">Unfolded, in their order.</param>
/// <param name="Content">Decoded; empty where there are parts.</param>
public sealed record MimePart(IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Content, IReadOnlyList<MimePart> Parts)
{
    public MimeField Type { get; } = MimeField.Parse(First(Headers, "Content-Type") ?? "text/plain");

    public string? Header(string name) => First(Headers, name);

    public IEnumerable<string> All(string name) => Headers.Where(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value);

    /// <summary>This part and all within it.</summary>
    public IEnumerable<MimePart> Walk() => Parts.SelectMany(p => p.Walk()).Prepend(this);

    /// <summary>A charset nobody knows is read as UTF-8: what matters in a calendar is ASCII.</summary>
    public string Text
    {
        get
        {
            try { return Charset(Type.Parameters.GetValueOrDefault("charset")).GetString(Content); }
            catch (Exception e) when (e is ArgumentException or NotSupportedException) { return Encoding.UTF8.GetString(Content); }
        }
    }

    private static Encoding Charset(string? name) => name is null ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);

    private static string? First(IEnumerable<KeyValuePair<string, string>> headers, string name) =>
        headers.FirstOrDefault(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
