using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Sessions;

/// <summary>What the desk types in of a session; <see cref="Checked"/> before it is kept.</summary>
/// <param name="Title">May be empty in a draft: a slot of a series whose topic is still to be agreed.</param>
/// <param name="Place">A room; a session has a place, a joining link or both before it is published.</param>
/// <param name="JoinUrl">http or https; shown only to those who hold a place.</param>
/// <param name="Capacity">Places, 1 to 1,000.</param>
/// <param name="Dates">One to thirty periods in UTC, none overlapping another.</param>
/// <param name="Trainers">Ids of people in the directory.</param>
/// <param name="OutsideTrainers">Trainers who are not in the directory, as one line of text.</param>
/// <param name="Tags">Words separated by commas.</param>
/// <param name="DatesToComplete">How many dates of a course make it complete; all of them when null.</param>
public sealed record SessionDetails(
    SessionKind Kind,
    string Title,
    int Capacity,
    IReadOnlyList<Period> Dates,
    Visibility Visibility = Visibility.Open,
    string? Description = null,
    string? Audience = null,
    string? Prerequisites = null,
    string? Place = null,
    string? JoinUrl = null,
    IReadOnlyList<Guid>? Trainers = null,
    string? OutsideTrainers = null,
    string? Tags = null,
    string? CostCode = null,
    int? DatesToComplete = null)
{
    public const int LongestTitle = 150;
    public const int LongestLine = 300;
    public const int LongestText = 5000;
    public const int LargestCapacity = 1000;
    public const int MostDates = 30;

    /// <summary>The same details, tidied and with dates in order, or what is wrong with them whatever the state of things.</summary>
    public Result<SessionDetails> Checked()
    {
        var tidy = this with
        {
            Title = Title.Trim(),
            Description = Tidy(Description),
            Audience = Tidy(Audience),
            Prerequisites = Tidy(Prerequisites),
            Place = Tidy(Place),
            JoinUrl = Tidy(JoinUrl),
            OutsideTrainers = Tidy(OutsideTrainers),
            Tags = TidyTags(Tags),
            CostCode = Tidy(CostCode),
            Dates = [.. Dates.OrderBy(d => d.StartsAtUtc)],
            Trainers = [.. (Trainers ?? []).Distinct()],
        };
        return (tidy.WrongText() ?? tidy.WrongNumbers() ?? tidy.WrongDates()) is { } no ? no : tidy;
    }

    private Invalid? WrongText()
    {
        foreach (var (text, longest, field) in new[]
        {
            (Title, LongestTitle, nameof(Title)), (Description, LongestText, nameof(Description)), (Audience, LongestLine, nameof(Audience)),
            (Prerequisites, LongestText, nameof(Prerequisites)), (Place, LongestLine, nameof(Place)), (JoinUrl, 2000, nameof(JoinUrl)),
            (OutsideTrainers, LongestLine, nameof(OutsideTrainers)), (Tags, LongestLine, nameof(Tags)), (CostCode, 50, nameof(CostCode)),
        })
        {
            if (text is null) { continue; }
            if (text.Length > longest) { return new("too-long", $"{Label(field)} has {text.Length:N0} characters. Use {longest:N0} or fewer.", field); }
            if (field is nameof(Description) or nameof(Prerequisites) ? !text.IsText() : !text.IsLine()) { return new("text-wrong", $"{Label(field)} must be plain text{(longest == LongestText ? "" : " on one line")}", field); }
        }
        return JoinUrl is null || (Uri.TryCreate(JoinUrl, UriKind.Absolute, out var url) && url.Scheme is "https" or "http")
            ? null : new("link-wrong", "Enter the whole joining link, beginning with https://", nameof(JoinUrl));
    }

    private Invalid? WrongNumbers()
    {
        if (Capacity is < 1 or > LargestCapacity) { return new("capacity-wrong", $"Enter a number of places from 1 to {LargestCapacity:N0}", nameof(Capacity)); }
        return DatesToComplete is { } needed && (needed < 1 || needed > Dates.Count)
            ? new("dates-to-complete-wrong", $"Enter a number from 1 to {Dates.Count}: the session has no more dates than that", nameof(DatesToComplete)) : null;
    }

    private Invalid? WrongDates()
    {
        if (Dates.Count is 0 or > MostDates) { return new("dates-wrong", $"Enter from one to {MostDates} dates", nameof(Dates)); }
        foreach (var date in Dates)
        {
            if (date.EndsAtUtc <= date.StartsAtUtc) { return new("ends-before-start", "The end must be after the start", nameof(Dates)); }
            if (date.EndsAtUtc - date.StartsAtUtc > TimeSpan.FromHours(24)) { return new("too-long-a-day", "One date lasts 24 hours at most. Enter each day as a date of its own.", nameof(Dates)); }
        }
        return Dates.Zip(Dates.Skip(1)).Any(pair => pair.First.Overlaps(pair.Second))
            ? new("dates-overlap", "Two dates of this session overlap", nameof(Dates)) : null;
    }

    private static string Label(string field) => field switch
    {
        nameof(JoinUrl) => "The joining link",
        nameof(OutsideTrainers) => "The line of outside trainers",
        nameof(CostCode) => "The cost code",
        _ => $"The {field.ToLowerInvariant()}",
    };

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? TidyTags(string? tags) =>
        Tidy(string.Join(", ", (tags ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)));
}
