using System.Globalization;
using System.Text;
using HandlebarsDotNet;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>
/// Values filled into Markdown stay what they were typed as: every ASCII punctuation mark is escaped (CommonMark,
/// section 2.4), and a line break is a break within the paragraph, so that no value can begin a list, a heading or code.
/// </summary>
public sealed class MarkdownEncoder : ITextEncoder
{
    public static string Escape(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var escaped = new StringBuilder();
        foreach (var line in lines)
        {
            escaped.Append(escaped.Length > 0 ? "\\\n" : "");
            foreach (var c in line)
            {
                _ = char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c)) ? escaped.Append('\\').Append(c) : escaped.Append(c);
            }
        }

        return escaped.ToString();
    }

    public IFormatProvider? FormatProvider => CultureInfo.InvariantCulture;

    public void Encode(StringBuilder? text, TextWriter target) => Encode(text?.ToString(), target);

    public void Encode(string? text, TextWriter target) => target.Write(Escape(text ?? ""));

    public void Encode<T>(T? text, TextWriter target)
        where T : IEnumerator<char>
    {
        var whole = new StringBuilder();
        while (text?.MoveNext() is true)
        {
            whole.Append(text.Current);
        }

        Encode(whole, target);
    }
}
