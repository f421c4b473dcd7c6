using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Objectives;

/// <summary>What somebody sets out to do, in their own words.</summary>
/// <param name="Measure">How we will know.</param>
/// <param name="TargetDate">London date.</param>
public sealed record ObjectiveDetails(ObjectiveKind Kind, string Title, string? Why = null, string? Measure = null, DateOnly? TargetDate = null)
{
    public const int LongestTitle = 150;
    public const int LongestText = 2000;

    /// <summary>The same, tidied, or what is wrong with it.</summary>
    /// <param name="known">The target date it had before: that one may lie behind us by now.</param>
    public Result<ObjectiveDetails> Checked(DateOnly today, DateOnly? known = null)
    {
        var tidy = this with { Title = (Title ?? "").Trim(), Why = Words.Tidy(Why), Measure = Words.Tidy(Measure) };
        if (tidy.Title.Length == 0) { return new Invalid("title-missing", "Say in a few words what you will do", nameof(Title)); }
        var wrong = Words.TooLong(tidy.Title, LongestTitle, "The objective", nameof(Title)) ?? Words.NotPlain(tidy.Title, "The objective", nameof(Title), oneLine: true)
            ?? Words.Wrong(tidy.Why, LongestText, "What you wrote under why", nameof(Why)) ?? Words.Wrong(tidy.Measure, LongestText, "What you wrote under how we will know", nameof(Measure));
        if (wrong is not null) { return wrong; }
        return TargetDate is { } target && target != known && (target < today || target > today.AddYears(3))
            ? new Invalid("target-date-wrong", "Choose a target date from today on, within three years", nameof(TargetDate)) : tidy;
    }

    /// <summary>"Title, Why": the names of what differs, never what it says.</summary>
    public string Changed(ObjectiveDetails before) => string.Join(", ", new[]
    {
        before.Title != Title ? nameof(Title) : null, before.Why != Why ? nameof(Why) : null,
        before.Measure != Measure ? nameof(Measure) : null, before.TargetDate != TargetDate ? nameof(TargetDate) : null,
    }.OfType<string>());
}
