using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Tests.Shared;

public sealed class LondonTests
{
    [Fact]
    public void Half_past_eleven_at_night_UTC_is_the_next_day_in_a_London_summer() => Assert.Equal(new DateOnly(2026, 7, 2), A.Now.ToLondonDate());

    [Theory]
    [InlineData("2026-07-01 10:00", "2026-07-01T09:00:00")]
    [InlineData("2026-12-02 10:00", "2026-12-02T10:00:00")]
    [InlineData("2026-10-24 10:00", "2026-10-24T09:00:00")] // the day before the clocks go back
    [InlineData("2026-10-25 00:30", "2026-10-24T23:30:00")]
    [InlineData("2026-10-25 01:30", "2026-10-25T00:30:00")] // comes twice: the first is meant
    [InlineData("2026-10-25 02:00", "2026-10-25T02:00:00")]
    [InlineData("2027-03-28 00:59", "2027-03-28T00:59:00")]
    [InlineData("2027-03-28 01:30", "2027-03-28T01:30:00")] // does not exist: an hour on, 2:30am
    [InlineData("2027-03-28 02:00", "2027-03-28T01:00:00")]
    public void A_London_clock_becomes_UTC(string clock, string utc)
    {
        var time = A.London(clock);

        Assert.Equal(DateTimeKind.Utc, time.Kind);
        Assert.Equal(utc, time.ToString("s", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2026-10-25", 25)]
    [InlineData("2027-03-28", 23)]
    [InlineData("2026-07-01", 24)]
    public void A_day_has_the_hours_it_has(string date, int hours) =>
        Assert.Equal(hours, (A.Day(date).AddDays(1).StartOfDayUtc() - A.Day(date).StartOfDayUtc()).TotalHours);

    [Fact]
    public void Every_quarter_of_an_hour_that_exists_comes_back_as_it_was()
    {
        var first = A.London("2026-10-25 02:00");
        foreach (var quarter in Enumerable.Range(0, 4 * 24 * 200).Select(i => first.AddMinutes(15 * i)))
        {
            var local = quarter.ToLondon();
            Assert.Equal(quarter, DateOnly.FromDateTime(local).ToUtc(TimeOnly.FromDateTime(local)));
        }
    }
}
