using System.Text;

namespace BetterTogether.Learning.Web.Features.Replies;

/// <summary>
/// Reads mail as it comes (RFC 5322, RFC 2045): any line ends, nested parts, base64, quoted-printable, a boundary that is never
/// closed. It never throws, and what it cannot decode is left as it stands. A message within a message is not opened: what
/// somebody forwards is not their own answer.
/// </summary>
public static class MimeReader
{
    private const int DeepestPart = 10;
    private const int MostParts = 100;

    public static MimePart Read(ReadOnlySpan<byte> message) => Read(Encoding.Latin1.GetString(message).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'), 0);

    // Latin-1 keeps each octet as one character until it is known what it stands for.
    private static MimePart Read(string entity, int depth)
    {
        var (head, body) = Split(entity);
        var headers = Headers(head);
        var part = new MimePart(headers, [], []);
        if (part.Type.Value.StartsWith("multipart/", StringComparison.Ordinal) && part.Type.Parameters.TryGetValue("boundary", out var boundary) && depth < DeepestPart)
        {
            return part with { Parts = [.. Parts(body, boundary).Take(MostParts).Select(p => Read(p, depth + 1))] };
        }
        return part with { Content = TransferDecoder.Decode(body, part.Header("Content-Transfer-Encoding")) };
    }

    private static (string Head, string Body) Split(string entity)
    {
        if (entity.StartsWith('\n')) { return ("", entity[1..]); }
        var end = entity.IndexOf("\n\n", StringComparison.Ordinal);
        return end < 0 ? (entity, "") : (entity[..end], entity[(end + 2)..]);
    }

    private static List<KeyValuePair<string, string>> Headers(string head)
    {
        var headers = new List<KeyValuePair<string, string>>();
        foreach (var line in head.Replace("\n ", " ", StringComparison.Ordinal).Replace("\n\t", " ", StringComparison.Ordinal).Split('\n'))
        {
            // "From " without a colon begins a mail in an mbox; it is no header.
            if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && !line[..colon].Contains(' ', StringComparison.Ordinal))
            {
                headers.Add(new(line[..colon], line[(colon + 1)..].Trim()));
            }
        }
        return headers;
    }

    private static List<string> Parts(string body, string boundary)
    {
        var (mark, parts, from) = ("--" + boundary, new List<string>(), -1);
        for (var at = 0; at <= body.Length;)
        {
            var end = body.IndexOf('\n', at) is >= 0 and var newline ? newline : body.Length;
            var line = body.AsSpan(at, end - at).TrimEnd();
            if (line.StartsWith(mark, StringComparison.Ordinal) && (line.Length == mark.Length || line[mark.Length..] is "--"))
            {
                if (from >= 0) { parts.Add(body[from..Math.Max(from, at - 1)]); }
                if (line.Length > mark.Length) { return parts; }
                from = Math.Min(end + 1, body.Length);
            }
            at = end + 1;
        }
        if (from >= 0) { parts.Add(body[from..]); }
        return parts;
    }
}
