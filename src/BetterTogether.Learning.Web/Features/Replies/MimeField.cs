namespace BetterTogether.Learning.Web.Features.Replies;

/// <summary>A header value with parameters (RFC 2045, section 5.1): <c>text/calendar; charset="UTF-8"; method=REPLY</c>.</summary>
/// <param name="Value">In lower case.</param>
/// <param name="Parameters">By their names in lower case, without quotes.</param>
public sealed record MimeField(string Value, IReadOnlyDictionary<string, string> Parameters)
{
    public static MimeField Parse(string header)
    {
        var pieces = Split(header);
        var parameters = new Dictionary<string, string>();
        foreach (var piece in pieces.Skip(1).Select(p => p.Split('=', 2)).Where(p => p.Length == 2))
        {
            parameters.TryAdd(piece[0].Trim().ToLowerInvariant(), Unquote(piece[1].Trim()));
        }
        return new(pieces[0].Trim().ToLowerInvariant(), parameters);
    }

    private static List<string> Split(string header)
    {
        var (pieces, from, quoted) = (new List<string>(), 0, false);
        for (var at = 0; at < header.Length; at++)
        {
            if (header[at] is '\\' && quoted) { at++; }
            else if (header[at] is '"') { quoted = !quoted; }
            else if (header[at] is ';' && !quoted)
            {
                pieces.Add(header[from..at]);
                from = at + 1;
            }
        }
        pieces.Add(header[from..]);
        return pieces;
    }

    private static string Unquote(string text) => text is ['"', .. var inside, '"'] ? inside.Replace("\\", "", StringComparison.Ordinal) : text;
}
