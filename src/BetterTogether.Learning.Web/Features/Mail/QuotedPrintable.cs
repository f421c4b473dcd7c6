using System.Globalization;
using System.Text;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>RFC 2045, section 6.7: keeps English readable in the raw mail, where base64 would look like something to hide.</summary>
public static class QuotedPrintable
{
    private const int MaxLine = 76;

    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length + text.Length / 8);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            AppendLine(encoded, Encoding.UTF8.GetBytes(line));
            encoded.Append("\r\n");
        }

        return encoded.ToString();
    }

    public static string Decode(string encoded)
    {
        var text = encoded.Replace("=\r\n", "", StringComparison.Ordinal);
        var octets = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '=' && i + 2 < text.Length)
            {
                octets.Add(byte.Parse(text.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 2;
            }
            else
            {
                octets.Add((byte)text[i]);
            }
        }

        return Encoding.UTF8.GetString([.. octets]);
    }

    private static void AppendLine(StringBuilder encoded, byte[] octets)
    {
        var column = 0;
        for (var i = 0; i < octets.Length; i++)
        {
            var isLast = i == octets.Length - 1;
            var mark = Mark(octets[i], isLast);

            // One column is kept for the soft break, but not behind the last mark.
            if (column + mark.Length > (isLast ? MaxLine : MaxLine - 1))
            {
                encoded.Append("=\r\n");
                column = 0;
            }

            encoded.Append(mark);
            column += mark.Length;
        }
    }

    // White space at the end of a line would be lost on the way.
    private static string Mark(byte octet, bool isLast) => octet switch
    {
        (byte)' ' or (byte)'\t' when !isLast => ((char)octet).ToString(),
        > (byte)' ' and <= (byte)'~' and not (byte)'=' => ((char)octet).ToString(),
        _ => "=" + octet.ToString("X2", CultureInfo.InvariantCulture),
    };
}
