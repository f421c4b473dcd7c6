using System.Globalization;
using System.Text;

namespace BetterTogether.Learning.Web.Features.Replies;

/// <summary>Undoes a Content-Transfer-Encoding (RFC 2045, section 6), as far as what came allows.</summary>
internal static class TransferDecoder
{
    /// <param name="body">Each character one octet.</param>
    public static byte[] Decode(string body, string? encoding) => encoding?.Trim().ToLowerInvariant() switch
    {
        "base64" => Base64(body),
        "quoted-printable" => QuotedPrintable(body),
        _ => Encoding.Latin1.GetBytes(body),
    };

    private static byte[] Base64(string body)
    {
        var digits = new string([.. body.TakeWhile(c => c is not '=').Where(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/')]);
        // A lone last digit carries no octet: the mail was cut off there.
        digits = digits.Length % 4 == 1 ? digits[..^1] : digits;
        return Convert.FromBase64String(digits.PadRight((digits.Length + 3) / 4 * 4, '='));
    }

    private static byte[] QuotedPrintable(string body)
    {
        var octets = new List<byte>(body.Length);
        foreach (var line in body.Split('\n').Select(l => l.TrimEnd(' ', '\t')))
        {
            var soft = line.EndsWith('=');
            var text = soft ? line[..^1] : line;
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] is '=' && i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octet))
                {
                    octets.Add(octet);
                    i += 2;
                }
                else
                {
                    octets.Add((byte)text[i]);
                }
            }
            if (!soft) { octets.Add((byte)'\n'); }
        }
        return [.. octets];
    }
}
