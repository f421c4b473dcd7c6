using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Tests.Shared;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("09:00", 60, false, 60)]
    [InlineData("10:00", 60, false, 0)] // ends as the other begins
    [InlineData("10:01", 60, true, -1)]
    [InlineData("11:00", 60, true, -60)]
    [InlineData("11:15", 15, true, -15)] // inside
    [InlineData("10:00", 240, true, -180)] // around
    [InlineData("12:00", 60, false, 0)]
    [InlineData("12:15", 60, false, 15)]
    public void Two_periods_overlap_when_they_share_a_moment(string from, int minutes, bool overlap, int gap)
    {
        var (other, period) = (A.Period("2026-06-03 11:00", 60), A.Period($"2026-06-03 {from}", minutes));

        Assert.Equal(overlap, period.Overlaps(other));
        Assert.Equal(overlap, other.Overlaps(period));
        if (!overlap) { Assert.Equal(gap, period.GapTo(other).TotalMinutes); }
        Assert.Equal(gap > 0, period.GapTo(other) > TimeSpan.Zero);
    }
}
