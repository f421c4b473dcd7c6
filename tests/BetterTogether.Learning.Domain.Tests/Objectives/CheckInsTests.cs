using BetterTogether.Learning.Domain.Objectives;

namespace BetterTogether.Learning.Domain.Tests.Objectives;

public sealed class CheckInsTests
{
    [Theory]
    [InlineData("2026-05-20", null, "2026-08-19", null)]
    [InlineData("2026-05-20", null, "2026-08-20", "2026-08-20")]
    [InlineData("2026-05-20", null, "2026-09-16", "2026-08-20")]
    [InlineData("2026-05-20", null, "2026-09-17", null)] // four weeks on, the next one is near enough
    [InlineData("2026-05-20", null, "2026-11-20", "2026-11-20")]
    [InlineData("2026-05-20", null, "2027-02-28", "2027-02-20")]
    [InlineData("2026-05-20", "2026-08-05", "2026-08-20", "2026-08-20")]
    [InlineData("2026-05-20", "2026-08-06", "2026-08-20", null)] // wrote something in the two weeks before
    [InlineData("2026-05-20", "2026-08-25", "2026-08-26", null)]
    [InlineData("2026-11-30", null, "2027-02-28", "2027-02-28")] // the thirtieth of February is the last
    public void One_is_due_three_six_and_nine_months_on(string first, string? written, string today, string? due)
    {
        var found = CheckIns.DueOn(A.Day(first), written is null ? null : A.Day(written), A.Day(today));

        Assert.Equal(due is null ? null : A.Day(due), found);
        if (found is { } day) { Assert.Contains(CheckIns.MonthsAt(A.Day(first), day), new[] { 3, 6, 9 }); }
    }

    [Fact]
    public void At_most_one_is_due_on_any_day()
    {
        var first = A.Day("2026-04-21");
        var days = Enumerable.Range(0, 400).Select(first.AddDays).Select(day => CheckIns.DueOn(first, null, day)).OfType<DateOnly>().ToList();

        Assert.Equal(3 * 28, days.Count);
        Assert.Equal(CheckIns.Days(first), days.Distinct());
    }
}
