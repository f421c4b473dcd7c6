using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Circles;

/// <summary>
/// One version of "how we will be together", agreed at the door. A version never changes: whoever edits makes the next one, so that what
/// somebody agreed to can always be read again.
/// </summary>
public sealed class Agreements
{
    public const int LongestText = 4000;

    /// <summary>Ends every version and cannot be edited away: nobody may enter a circle believing that confidence has no limits.</summary>
    public const string Limits =
        "What is said here stays here, unless a child or an adult may be at risk, a serious crime is disclosed, or a court requires it. Then we pass on what is needed to keep people safe, and nothing more. We tell you first if that is safe.";

    private const string BuiltInText =
        "One person speaks at a time: whoever has the talking piece.\nListen to understand, not to answer.\nSpeak for yourself, from your own experience.\nYou may always pass, step out, or come back. It is never held against you.\nNo recording, no transcript and no note-taking by machines, here or in the call beside it.";

    private Agreements() { }

    private Agreements(int number, string text, Guid? madeById, DateTime madeAtUtc) => (Number, Text, MadeById, MadeAtUtc) = (number, text, madeById, madeAtUtc);

    /// <summary>From 1 up; the highest is the one new circles use.</summary>
    public int Number { get; private set; }
    /// <summary>One agreement a line, without the limits.</summary>
    public string Text { get; private set; } = "";
    public Guid? MadeById { get; private set; }
    public DateTime MadeAtUtc { get; private set; }

    /// <summary>What a service begins with, before its desk has written its own.</summary>
    public static Agreements BuiltIn { get; } = new(1, BuiltInText, null, new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc));

    public IReadOnlyList<string> Lines => [.. Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <param name="basedOn">The version that was before whoever edited.</param>
    public Result<Agreements> Next(string? text, int basedOn, Guid byId, DateTime nowUtc)
    {
        if (basedOn != Number) { return new AgreementsMovedOn(Number); }
        var words = Wording.Checked(text, LongestText, "Write how you will be together, one agreement a line", nameof(Text));
        return words.Refusal is { } no ? no : words.Value == Text ? new Invalid("agreements-unchanged", "This is what is agreed already. Nothing was changed.", nameof(Text)) : new Agreements(Number + 1, words.Value, byId, nowUtc);
    }
}
