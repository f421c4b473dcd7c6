using System.Text;

namespace BetterTogether.Learning.Web.Tests.Mail;

/// <summary>A mail as a mail program reads it; written for the tests, and knows nothing of our writer.</summary>
internal sealed record Eml(IReadOnlyDictionary<string, string> Headers, IReadOnlyList<(string ContentType, string Body)> Parts)
{
    public static Eml Read(string mime)
    {
        var (headers, body) = Split(mime);
        var boundary = headers["Content-Type"].Split("boundary=")[1].Trim('"');
        var parts = body.Split("--" + boundary)[1..^1].Select(part => Part(part[2..]));
        return new Eml(headers, [.. parts]);
    }

    public string Header(string name) => DecodeWords(Headers[name]);

    private static (string ContentType, string Body) Part(string part)
    {
        var (headers, body) = Split(part);
        Assert.Equal(["Content-Transfer-Encoding", "Content-Type"], headers.Keys.Order());
        return (headers["Content-Type"], headers["Content-Transfer-Encoding"] is "base64"
            ? Encoding.UTF8.GetString(Convert.FromBase64String(body))
            : DecodeQuotedPrintable(body));
    }

    private static (Dictionary<string, string> Headers, string Body) Split(string text)
    {
        var blocks = text.Split("\r\n\r\n", 2);
        var lines = blocks[0].Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n");
        return (lines.Select(line => line.Split(": ", 2)).ToDictionary(line => line[0], line => line[1]), blocks[1]);
    }

    private static string DecodeWords(string value) => string.Concat(value.Split(' ').Select((word, i) =>
        word.StartsWith("=?utf-8?Q?", StringComparison.Ordinal)
            ? DecodeQuotedPrintable(word[10..^2].Replace('_', ' '))
            : word.StartsWith("=?utf-8?B?", StringComparison.Ordinal)
            ? Encoding.UTF8.GetString(Convert.FromBase64String(word[10..^2]))
            : (i > 0 ? " " : "") + word));

    public static string DecodeQuotedPrintable(string body)
    {
        var text = body.Replace("=\r\n", "", StringComparison.Ordinal);
        var octets = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            octets.Add(text[i] is '=' ? Convert.ToByte(text[(i + 1)..(i + 3)], 16) : (byte)text[i]);
            i += text[i] is '=' ? 2 : 0;
        }

        return Encoding.UTF8.GetString([.. octets]);
    }
}
