using BetterTogether.Learning.Domain.Reviews;

namespace BetterTogether.Learning.Domain.Tests.Reviews;

public sealed class NextYearTests
{
    [Theory]
    [InlineData("2026-02-01", "", "2026/27")]
    [InlineData("2026-05-31", "", "2026/27")]
    [InlineData("2026-06-01", "", "2027/28")]
    [InlineData("2026-12-01", "2026 2027", "2028/29")]
    [InlineData("2026-12-01", "2026 2028", "2027/28")]
    public void The_next_year_to_plan_is_one_that_is_not_there(string today, string known, string expected)
    {
        var years = known.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(y => Cycle.Plan(CycleDetails.Usual(int.Parse(y, System.Globalization.CultureInfo.InvariantCulture)), A.Now).Value).ToList();

        Assert.Equal(expected, CycleDetails.Next(years, A.Day(today)).Label);
    }

    [Fact]
    public void Nor_one_whose_days_another_has_under_its_own_name()
    {
        var other = Cycle.Plan(CycleDetails.Usual(2027) with { Label = "The long one" }, A.Now).Value;

        Assert.Equal("2028/29", CycleDetails.Next([other], A.Day("2026-12-01")).Label);
    }
}
