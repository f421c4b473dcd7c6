using System.Text;

namespace BetterTogether.Learning.Web.Features.Mail.Dev;

/// <summary>A mail of the folder, taken apart again. Reads what <see cref="MimeWriter"/> writes, and no more than that.</summary>
public sealed record DevMail(string File, IReadOnlyList<KeyValuePair<string, string>> Headers, IReadOnlyList<DevMailPart> Parts)
{
    public static DevMail Read(string file, string mime)
    {
        var (headers, body) = Split(mime);
        var boundary = Value(headers, "Content-Type").Split("boundary=\"") is [_, var rest] ? rest.TrimEnd('"') : "";
        var parts = boundary.Length is 0 ? [] : body.Split("--" + boundary)[1..^1].Select(ReadPart);
        return new DevMail(file, headers, [.. parts]);
    }

    public string Header(string name) => Value(Headers, name);

    /// <returns>The text of the first part of that type, or null.</returns>
    public string? Part(string type) => Parts.FirstOrDefault(part => part.ContentType.StartsWith(type, StringComparison.Ordinal))?.Text;

    private static DevMailPart ReadPart(string part)
    {
        var (headers, body) = Split(part.TrimStart());
        var text = Value(headers, "Content-Transfer-Encoding") is "base64"
            ? Encoding.UTF8.GetString(Convert.FromBase64String(body))
            : QuotedPrintable.Decode(body);
        return new DevMailPart(Value(headers, "Content-Type"), text.Trim());
    }

    private static (IReadOnlyList<KeyValuePair<string, string>> Headers, string Body) Split(string text)
    {
        var blocks = text.Split("\r\n\r\n", 2);
        var lines = blocks[0].Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        return ([.. lines.Select(ReadHeader)], blocks.Length > 1 ? blocks[1] : "");
    }

    private static KeyValuePair<string, string> ReadHeader(string line)
    {
        var pair = line.Split(": ", 2);
        return new(pair[0], pair.Length > 1 ? MimeHeaders.Decode(pair[1]) : "");
    }

    private static string Value(IReadOnlyList<KeyValuePair<string, string>> headers, string name) =>
        headers.FirstOrDefault(header => header.Key == name).Value ?? "";
}

public sealed record DevMailPart(string ContentType, string Text);
