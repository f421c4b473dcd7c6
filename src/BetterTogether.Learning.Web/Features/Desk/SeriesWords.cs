using BetterTogether.Learning.Domain.Sessions;

namespace BetterTogether.Learning.Web.Features.Desk;

/// <summary>A series in words.</summary>
public static class SeriesWords
{
    /// <summary>"First Wednesday of the month, September 2026 to July 2027, not in August, bank holidays skipped"</summary>
    public static string Of(Series series) => string.Join(", ", new[]
    {
        $"{Ordinal(series.Ordinal)} {series.Weekday} of the month",
        $"{MonthText.Words(series.FirstMonth)} to {MonthText.Words(series.LastMonth)}",
        series.SkippedMonths.Count > 0 ? $"not in {string.Join(", ", series.SkippedMonths.Select(MonthText.Name))}" : null,
        series.SkipBankHolidays ? "bank holidays skipped" : null,
    }.OfType<string>());

    /// <summary>"time and place" for names of <see cref="SessionDetails"/>.</summary>
    public static string Fields(IEnumerable<string> names)
    {
        var words = names.Select(Field).ToList();
        return words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words[..^1])} and {words[^1]}";
    }

    private static string Field(string name) => name switch
    {
        nameof(SessionDetails.Dates) => "date or time",
        nameof(SessionDetails.JoinUrl) => "joining link",
        nameof(SessionDetails.Capacity) => "places",
        _ => name.ToLowerInvariant(),
    };

    private static string Ordinal(int ordinal) => ordinal switch { 1 => "First", 2 => "Second", 3 => "Third", 4 => "Fourth", _ => "Last" };
}
