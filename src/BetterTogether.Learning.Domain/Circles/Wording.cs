using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Circles;

/// <summary>Text that somebody wrote around a circle, tidied, or what is wrong with it.</summary>
public static class Wording
{
    /// <param name="missing">What to say where there is none; null where there may be none.</param>
    public static Result<string> Checked(string? text, int longest, string? missing, string field)
    {
        var tidy = (text ?? "").Trim().ReplaceLineEndings("\n");
        if (tidy.Length == 0 && missing is not null) { return new Invalid("text-missing", missing, field); }
        if (tidy.Length > longest) { return new Invalid("too-long", $"This has {tidy.Length:N0} characters. Use {longest:N0} or fewer.", field); }
        return tidy.IsText() ? tidy : new Invalid("text-wrong", "Use plain text", field);
    }
}
