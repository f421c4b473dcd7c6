using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Objectives;

/// <summary>What every text that people type must be: plain, and short enough to be read again.</summary>
internal static class Words
{
    public static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public static Invalid? Wrong(string? text, int longest, string what, string field) => text is null ? null : TooLong(text, longest, what, field) ?? NotPlain(text, what, field);

    public static Invalid? TooLong(string text, int longest, string what, string field) =>
        text.Length > longest ? new("too-long", $"{what} has {text.Length:N0} characters. Use {longest:N0} or fewer.", field) : null;

    public static Invalid? NotPlain(string text, string what, string field, bool oneLine = false) =>
        (oneLine ? text.IsLine() : text.IsText()) ? null : new("text-wrong", $"{what} must be plain text{(oneLine ? " on one line" : "")}", field);
}
