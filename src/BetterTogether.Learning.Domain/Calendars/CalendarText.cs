using System.Text;

namespace BetterTogether.Learning.Domain.Calendars;

/// <summary>The text rules of RFC 5545, sections 3.1, 3.2 and 3.3.11, for every calendar we write.</summary>
public static class CalendarText
{
    public const int MaxOctets = 75;

    public static string Escape(string text) => Clean(text)
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>Always in quotes. A parameter cannot carry a double quote at all, so it becomes a single one.</summary>
    public static string Quote(string value) => $"\"{ParameterText(value)}\"";

    /// <summary>What is left of a name once what a parameter cannot carry is gone.</summary>
    public static string ParameterText(string value) =>
        Clean(value).Replace('"', '\'').Replace('\n', ' ').Replace('\t', ' ').Trim();

    /// <summary>Line breaks become \n, other control characters go (tab is allowed), half a surrogate pair becomes U+FFFD.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (!Rune.IsControl(rune) || rune.Value is '\n' or '\t')
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    /// <summary>One content line, ended by CRLF, broken so that no physical line has more than 75 octets and no UTF-8 sequence is split.</summary>
    public static string Fold(string line)
    {
        var folded = new StringBuilder(line.Length + 16);
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaxOctets)
            {
                folded.Append("\r\n ");
                octets = 1;
            }

            folded.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        return folded.Append("\r\n").ToString();
    }

    /// <summary>The content lines of a calendar, however it was folded and whichever line ends it came with.</summary>
    public static IReadOnlyList<string> Unfold(string calendar) => calendar
        .Replace("\r\n", "\n", StringComparison.Ordinal)
        .Replace("\n ", "", StringComparison.Ordinal)
        .Replace("\n\t", "", StringComparison.Ordinal)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
