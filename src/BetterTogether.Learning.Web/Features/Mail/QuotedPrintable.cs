using System.Globalization;
using System.Text;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>RFC 2045, section 6.7: keeps English readable in the raw mail, where base64 would look like something to hide.</summary>
public static class QuotedPrintable
{
    private const int MaxLine = 76;
    private const string Hex = "0123456789ABCDEF";

    public static string Encode(string text)
    {
        var octets = Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"));
        var encoded = new StringBuilder(octets.Length + octets.Length / 8);
        foreach (var line in octets.AsSpan().Split((byte)'\n'))
        {
            AppendLine(encoded, octets.AsSpan(line));
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

    private static void AppendLine(StringBuilder encoded, ReadOnlySpan<byte> octets)
    {
        var column = 0;
        for (var i = 0; i < octets.Length; i++)
        {
            var isLast = i == octets.Length - 1;
            var isPlain = IsPlain(octets[i], isLast);
            var width = isPlain ? 1 : 3;

            // One column is kept for the soft break, but not behind the last mark.
            if (column + width > (isLast ? MaxLine : MaxLine - 1))
            {
                encoded.Append("=\r\n");
                column = 0;
            }

            _ = isPlain ? encoded.Append((char)octets[i]) : encoded.Append('=').Append(Hex[octets[i] >> 4]).Append(Hex[octets[i] & 15]);
            column += width;
        }
    }

    // White space at the end of a line would be lost on the way.
    private static bool IsPlain(byte octet, bool isLast) =>
        octet is (byte)' ' or (byte)'\t' ? !isLast : octet is > (byte)' ' and <= (byte)'~' and not (byte)'=';
}
