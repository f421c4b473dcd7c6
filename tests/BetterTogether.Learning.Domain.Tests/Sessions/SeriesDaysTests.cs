using BetterTogether.Learning.Domain.Sessions;

namespace BetterTogether.Learning.Domain.Tests.Sessions;

public sealed class SeriesDaysTests
{
    private static readonly SeriesDetails Wednesdays = A.Series();

    [Fact]
    public void First_Wednesdays_from_September_to_July_without_August() => Assert.Equal(
        ["2026-09-02", "2026-10-07", "2026-11-04", "2026-12-02", "2027-01-06", "2027-02-03", "2027-03-03", "2027-04-07", "2027-05-05", "2027-06-02", "2027-07-07", "2027-09-01"],
        Kept(Wednesdays with { LastMonth = A.Day("2027-09-30"), SkippedMonths = [8] }));

    [Fact]
    public void A_skipped_day_is_shown_with_its_reason()
    {
        var days = (Wednesdays with { Weekday = DayOfWeek.Friday, FirstMonth = A.Day("2027-01-15"), LastMonth = A.Day("2027-03-01"), SkippedMonths = [2] }).Days();

        Assert.Equal([new SeriesDay(A.Day("2027-01-01"), "bank holiday"), new SeriesDay(A.Day("2027-02-05"), "month left out"), new SeriesDay(A.Day("2027-03-05"), null)], days);
    }

    [Fact]
    public void Bank_holidays_are_kept_where_they_are_not_to_be_skipped() => Assert.Equal(
        ["2027-01-01"], Kept(Wednesdays with { Weekday = DayOfWeek.Friday, FirstMonth = A.Day("2027-01-01"), LastMonth = A.Day("2027-01-01"), SkipBankHolidays = false }));

    [Theory]
    [InlineData(1, "2026-09-02")]
    [InlineData(2, "2026-09-09")]
    [InlineData(4, "2026-09-23")]
    [InlineData(5, "2026-09-30")] // the last
    public void The_ordinal_counts_within_the_month(int ordinal, string day) => Assert.Equal([day], Kept(Wednesdays with { Ordinal = ordinal, LastMonth = A.Day("2026-09-01") }));

    [Fact]
    public void The_last_one_is_the_fourth_where_there_is_no_fifth() => Assert.Equal(
        ["2026-10-28"], Kept(Wednesdays with { Ordinal = 5, FirstMonth = A.Day("2026-10-01"), LastMonth = A.Day("2026-10-01") }));

    public static TheoryData<string, SeriesDetails> Wrong => new()
    {
        { "name-wrong", Wednesdays with { Name = " " } },
        { "months-wrong", Wednesdays with { LastMonth = A.Day("2026-08-01") } },
        { "months-wrong", Wednesdays with { LastMonth = A.Day("2028-09-01") } },
        { "ordinal-wrong", Wednesdays with { Ordinal = 6 } },
        { "skipped-months-wrong", Wednesdays with { SkippedMonths = [13] } },
        { "slots-wrong", Wednesdays with { Slots = [] } },
        { "ends-before-start", Wednesdays with { Slots = [new(new(11, 0), new(11, 0))] } },
        { "parallel-wrong", Wednesdays with { Slots = [new(new(10, 0), new(11, 0), Parallel: 9)] } },
        { "no-days", Wednesdays with { LastMonth = A.Day("2026-09-01"), SkippedMonths = [9] } },
        { "capacity-wrong", Wednesdays with { Capacity = 0 } },
        { "link-wrong", Wednesdays with { JoinUrl = "nowhere" } },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void What_is_wrong_with_a_series_is_said(string code, SeriesDetails details) => Assert.Equal(code, details.Checked().Refusal?.Code);

    private static IEnumerable<string> Kept(SeriesDetails details) =>
        details.Days().Where(d => d.Skipped is null).Select(d => d.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}
