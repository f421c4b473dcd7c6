using System.Globalization;
using System.Text;
using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.Mail;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>Headers by RFC 5322 and RFC 2047. Nothing that a person typed can end a line in here.</summary>
public static class MimeHeaders
{
    private const int MaxLine = 78;
    private const string WordStart = "=?utf-8?B?";
    private const string WordEnd = "?=";

    // RFC 2047, section 2: a line with an encoded word has 76 characters at most; 39 octets make a word of 64, behind "Subject: ".
    private const int MaxWordOctets = 39;

    /// <summary>A line whose value is our own: an id, a date, a content type.</summary>
    /// <exception cref="ArgumentException">It is not printable ASCII, which is a bug.</exception>
    public static string Fixed(string name, string value) => value.All(IsPrintable)
        ? $"{name}: {value}\r\n"
        : throw new ArgumentException($"{name} cannot carry this value", nameof(value));

    /// <summary>A line whose value somebody typed.</summary>
    public static string Text(string name, string value)
    {
        var clean = OneLine(value);
        return IsPlain(clean) && name.Length + 2 + clean.Length <= MaxLine ? Fixed(name, clean) : $"{name}: {EncodedWords(clean)}\r\n";
    }

    /// <exception cref="ArgumentException">The address is not one bare address.</exception>
    public static string Address(string name, Mailbox somebody)
    {
        if (!Mailbox.IsAddress(somebody.Address))
        {
            throw new ArgumentException($"{name} is not one bare address", nameof(somebody));
        }

        var words = OneLine(somebody.Name);
        return words.Length is 0
            ? $"{name}: {somebody.Address}\r\n"
            : $"{name}: {Phrase(words)}\r\n <{somebody.Address}>\r\n";
    }

    /// <summary>RFC 5322, section 3.3.</summary>
    public static string Date(DateTime utc) => utc.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);

    /// <summary>The words behind the encoded words that we write.</summary>
    public static string Decode(string value) => string.Concat(value.Split(' ').Select((word, i) =>
        word.StartsWith(WordStart, StringComparison.Ordinal) && word.EndsWith(WordEnd, StringComparison.Ordinal)
            ? Encoding.UTF8.GetString(Convert.FromBase64String(word[WordStart.Length..^WordEnd.Length]))
            : (i > 0 ? " " : "") + word));

    private static string Phrase(string words) => IsPlain(words) && words.Length < 60
        ? $"\"{words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""
        : EncodedWords(words);

    private static string EncodedWords(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Encoding.UTF8.GetByteCount(word.ToString()) + rune.Utf8SequenceLength > MaxWordOctets)
            {
                words.Add(word.ToString());
                word.Clear();
            }

            word.Append(rune);
        }

        words.Add(word.ToString());
        return string.Join("\r\n ", words.Select(part => WordStart + Convert.ToBase64String(Encoding.UTF8.GetBytes(part)) + WordEnd));
    }

    /// <summary>Words for a header: no control characters, no line breaks.</summary>
    public static string OneLine(string value) => CalendarText.Clean(value).Replace('\n', ' ').Replace('\t', ' ').Trim();

    private static bool IsPlain(string text) => text.All(IsPrintable) && !text.Contains("=?", StringComparison.Ordinal);

    private static bool IsPrintable(char c) => c is >= ' ' and <= '~';
}
