using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Sessions;

/// <summary>A time of day in which one or more sessions run side by side. London clock.</summary>
public sealed record SlotPattern(TimeOnly Starts, TimeOnly Ends, int Parallel = 1, int Index = 0);

/// <summary>A day the pattern gives, and why it is left out where it is.</summary>
public sealed record SeriesDay(DateOnly Date, string? Skipped);

/// <summary>A series as typed in; <see cref="Checked"/> before it is kept.</summary>
/// <param name="FirstMonth">Any day of the first month; <paramref name="LastMonth"/> likewise, inclusive.</param>
/// <param name="Ordinal">1 to 4, or 5 for the last of the month.</param>
public sealed record SeriesDetails(
    string Name,
    SessionKind Kind,
    DateOnly FirstMonth,
    DateOnly LastMonth,
    IReadOnlyList<SlotPattern> Slots,
    int Capacity,
    int Ordinal = 1,
    DayOfWeek Weekday = DayOfWeek.Wednesday,
    IReadOnlyList<int>? SkippedMonths = null,
    bool SkipBankHolidays = true,
    string? SessionTitle = null,
    string? Place = null,
    string? JoinUrl = null)
{
    public const int MostMonths = 24;
    public const int MostSlots = 6;
    public const int MostParallel = 8;

    public Result<SeriesDetails> Checked()
    {
        var tidy = this with { Name = Name.Trim(), SessionTitle = Tidy(SessionTitle), Place = Tidy(Place), JoinUrl = Tidy(JoinUrl), SkippedMonths = [.. (SkippedMonths ?? []).Distinct().Order()] };
        if (tidy.Name.Length is 0 or > SessionDetails.LongestTitle || !tidy.Name.IsLine()) { return new Invalid("name-wrong", $"Enter a name of 1 to {SessionDetails.LongestTitle} characters", nameof(Name)); }
        if (MonthsBetween(FirstMonth, LastMonth) is < 1 or > MostMonths) { return new Invalid("months-wrong", $"The last month must not be before the first, nor more than {MostMonths} months on", nameof(LastMonth)); }
        if (Ordinal is < 1 or > 5) { return new Invalid("ordinal-wrong", "Choose first, second, third, fourth or last", nameof(Ordinal)); }
        if (tidy.SkippedMonths!.Any(m => m is < 1 or > 12)) { return new Invalid("skipped-months-wrong", "A skipped month is a number from 1 to 12", nameof(SkippedMonths)); }
        if (Slots.Count is 0 or > MostSlots) { return new Invalid("slots-wrong", $"Enter from one to {MostSlots} slots", nameof(Slots)); }
        if (Slots.Any(s => s.Ends <= s.Starts)) { return new Invalid("ends-before-start", "A slot must end after it starts", nameof(Slots)); }
        if (Slots.Any(s => s.Parallel is < 1 or > MostParallel)) { return new Invalid("parallel-wrong", $"From one to {MostParallel} sessions run side by side in a slot", nameof(Slots)); }
        if (!tidy.Days().Any(d => d.Skipped is null)) { return new Invalid("no-days", "Every day of this pattern is skipped. Skip fewer months.", nameof(SkippedMonths)); }
        // What every session is made of is checked by the session's own rules.
        var day = FirstMonth;
        return new SessionDetails(Kind, tidy.SessionTitle ?? "", Capacity, [new Period(day.ToUtc(Slots[0].Starts), day.ToUtc(Slots[0].Ends))], Place: tidy.Place, JoinUrl: tidy.JoinUrl)
            .Checked().Refusal is { } no ? no : tidy;
    }

    /// <summary>One day a month, skipped ones with the reason; the preview shows them all.</summary>
    public IEnumerable<SeriesDay> Days()
    {
        var first = new DateOnly(FirstMonth.Year, FirstMonth.Month, 1);
        for (var i = 0; i < MonthsBetween(FirstMonth, LastMonth); i++)
        {
            var date = DayIn(first.AddMonths(i));
            yield return new SeriesDay(date,
                SkippedMonths?.Contains(date.Month) == true ? "month left out"
                : SkipBankHolidays && date.IsBankHoliday() ? "bank holiday"
                : null);
        }
    }

    private DateOnly DayIn(DateOnly month)
    {
        var firstOne = month.AddDays(((int)Weekday - (int)month.DayOfWeek + 7) % 7);
        var date = firstOne.AddDays(7 * (Ordinal - 1));
        return date.Month == month.Month ? date : date.AddDays(-7);
    }

    private static int MonthsBetween(DateOnly first, DateOnly last) => (last.Year - first.Year) * 12 + last.Month - first.Month + 1;

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
