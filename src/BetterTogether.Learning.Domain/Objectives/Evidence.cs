using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Objectives;

/// <summary>What somebody did for an objective: "what I did" on every page.</summary>
/// <param name="Text">A session's title, what was agreed or thought about, or what a link leads to.</param>
/// <param name="On">London date.</param>
/// <param name="SourceId">The session, where it was one.</param>
public sealed record Evidence(EntryKind Kind, string? Text, DateOnly On, string? Url = null, Guid? SourceId = null)
{
    private const int LongestUrl = 2000;

    public Result<Evidence> Checked(DateOnly today)
    {
        var tidy = this with { Text = Words.Tidy(Text), Url = Words.Tidy(Url) };
        if (Kind is EntryKind.Note or EntryKind.Reworded or EntryKind.Carried) { return new Invalid("kind-wrong", "Choose what you did", nameof(Kind)); }
        if (On > today) { return new Invalid("in-the-future", "Choose the day it happened: today or before", nameof(On)); }
        if (Kind == EntryKind.Link)
        {
            if (tidy.Url is null || tidy.Url.Length > LongestUrl || !Uri.TryCreate(tidy.Url, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http"))
            {
                return new Invalid("link-wrong", "Enter the whole link, beginning with https://", nameof(Url));
            }
            tidy = tidy with { Text = tidy.Text ?? url.Host };
        }
        else
        {
            tidy = tidy with { Url = null };
        }
        if (tidy.Text is null) { return new Invalid("text-missing", "Write a sentence or two about what you did", nameof(Text)); }
        return Words.Wrong(tidy.Text, ObjectiveDetails.LongestText, "What you wrote", nameof(Text)) is { } no ? no : tidy;
    }
}
