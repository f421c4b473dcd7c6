using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Reviews;

/// <summary>What people write in a review: plain text, line ends as LF, otherwise to the letter.</summary>
public static class ReviewText
{
    public const int Longest = 20_000;
    public const int LongestReason = 1_000;
    public const int LongestLine = 200;

    public static Result<string> Checked(string? text, string field, int longest = Longest)
    {
        var tidy = (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        if (tidy.Length > longest) { return new Invalid("too-long", $"Use {longest:N0} characters or fewer. You have {tidy.Length:N0}.", field); }
        return tidy.IsText() ? tidy : new Invalid("text-wrong", "Use plain text: letters, figures, marks and line breaks", field);
    }
}
