using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Cpd;

/// <summary>A piece of continuing professional development, in its person's own words.</summary>
/// <param name="On">London date; the registration year follows from it.</param>
/// <param name="Learnt">What they learnt.</param>
/// <param name="Impact">What it changes for the people they work with.</param>
/// <param name="PeerReflection">What came of thinking about it with a peer; the peer by role, never by name.</param>
/// <param name="Headings">Keys of headings in frameworks: "pcf/6".</param>
public sealed record CpdDetails(
    CpdKind Kind, string Title, DateOnly On, string? Learnt = null, string? Impact = null, string? PeerReflection = null, IReadOnlyList<string>? Headings = null)
{
    public const int LongestTitle = 200;
    public const int LongestText = 5000;
    public const int MostHeadings = 40;

    private static readonly DateOnly Earliest = new(2000, 1, 1);

    public Result<CpdDetails> Checked(bool ready, DateOnly today)
    {
        var tidy = this with
        {
            Title = (Title ?? "").Trim(),
            Learnt = Tidy(Learnt),
            Impact = Tidy(Impact),
            PeerReflection = Tidy(PeerReflection),
            Headings = [.. (Headings ?? []).Where(h => h.Length is > 0 and < 50 && h.IsLine() && !h.Contains(',', StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal).Take(MostHeadings)],
        };
        if (tidy.Title.Length == 0) { return new Invalid("title-missing", "Say in a few words what it was", nameof(Title)); }
        if (tidy.Title.Length > LongestTitle || !tidy.Title.IsLine()) { return new Invalid("title-wrong", $"Use one line of {LongestTitle} characters or fewer", nameof(Title)); }
        if (On > today || On < Earliest) { return new Invalid("date-wrong", "Choose the day it happened: today or before", nameof(On)); }
        foreach (var (text, field) in new[] { (tidy.Learnt, nameof(Learnt)), (tidy.Impact, nameof(Impact)), (tidy.PeerReflection, nameof(PeerReflection)) })
        {
            if (text is null) { continue; }
            if (text.Length > LongestText) { return new Invalid("too-long", $"This has {text.Length:N0} characters. Use {LongestText:N0} or fewer.", field); }
            if (!text.IsText()) { return new Invalid("text-wrong", "This must be plain text", field); }
        }
        if (ready && tidy.Learnt is null) { return new Invalid("learnt-missing", "Say what you learnt, or save it as a draft", nameof(Learnt)); }
        if (ready && tidy.Impact is null) { return new Invalid("impact-missing", "Say what it changes for the people you work with, or save it as a draft", nameof(Impact)); }
        return tidy;
    }

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
