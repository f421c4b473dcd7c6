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

    /// <summary>What was escaped; a backslash before anything else stands for itself.</summary>
    public static string Unescape(string value)
    {
        var text = new StringBuilder(value.Length);
        for (var at = 0; at < value.Length; at++)
        {
            var next = value[at] is '\\' && at + 1 < value.Length ? value[at + 1] : '\0';
            if (next is '\\' or ';' or ',') { text.Append(next); }
            else if (next is 'n' or 'N') { text.Append('\n'); }
            else
            {
                text.Append(value[at]);
                continue;
            }
            at++;
        }

        return text.ToString();
    }

    /// <summary>Always in quotes. A parameter cannot carry a double quote at all, so it becomes a single one.</summary>
    public static string Quote(string value) => $"\"{ParameterText(value)}\"";

    /// <summary>What is left of a name once what a parameter cannot carry is gone; a caret, which some readers take for the start of a mark (RFC 6868), too.</summary>
    public static string ParameterText(string value) =>
        Clean(value).Replace('"', '\'').Replace('\n', ' ').Replace('\t', ' ').Replace("^", "", StringComparison.Ordinal).Trim();

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
