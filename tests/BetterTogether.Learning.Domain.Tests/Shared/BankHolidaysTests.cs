using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Tests.Shared;

public sealed class BankHolidaysTests
{
    [Theory]
    [InlineData("2026-12-25", true)]
    [InlineData("2026-12-26", false)] // a Saturday: Monday 28 stands in
    [InlineData("2026-12-28", true)]
    [InlineData("2027-01-01", true)]
    [InlineData("2027-03-26", true)] // Good Friday
    [InlineData("2027-03-29", true)] // Easter Monday
    [InlineData("2028-01-01", false)] // a Saturday: Monday 3 stands in
    [InlineData("2028-01-03", true)]
    [InlineData("2026-07-02", false)]
    public void England_rests_on_its_bank_holidays(string date, bool expected) => Assert.Equal(expected, A.Day(date).IsBankHoliday());

    [Theory, InlineData(2025), InlineData(2026), InlineData(2027), InlineData(2028)]
    public void A_year_has_eight_and_none_on_a_weekend(int year)
    {
        var first = new DateOnly(year, 1, 1);
        var holidays = Enumerable.Range(0, 366).Select(first.AddDays).Where(d => d.Year == year && d.IsBankHoliday()).ToList();

        Assert.Equal(8, holidays.Count);
        Assert.DoesNotContain(holidays, d => d.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
    }

    [Fact]
    public void The_data_says_how_far_it_reaches() => Assert.Equal(2028, BankHolidays.KnownTo.Year);
}
