namespace BetterTogether.Learning.Domain.Shared;

/// <summary>Control characters have no place in what people type: PostgreSQL refuses NUL, and a line break in one line of text would end up in a mail's header.</summary>
public static class PlainText
{
    public static bool IsLine(this string text) => !text.Any(char.IsControl);

    /// <summary>May have line breaks and tabs.</summary>
    public static bool IsText(this string text) => !text.Any(c => char.IsControl(c) && c is not ('\r' or '\n' or '\t'));
}
