using BetterTogether.Learning.Domain.Objectives;

namespace BetterTogether.Learning.Domain.Tests.Objectives;

public sealed class PlanYearTests
{
    [Theory, InlineData("2026-03-31", 2025), InlineData("2026-04-01", 2026), InlineData("2026-12-31", 2026), InlineData("2027-01-01", 2026), InlineData("2027-03-31", 2026)]
    public void A_year_begins_on_the_first_of_April(string day, int start)
    {
        var year = PlanYear.Of(A.Day(day));

        Assert.Equal(start, year.Start);
        Assert.True(year.Has(A.Day(day)) && !year.Before.Has(A.Day(day)) && !year.After.Has(A.Day(day)));
    }

    [Theory, InlineData(null, false), InlineData(1999, false), InlineData(2026, true), InlineData(2101, false)]
    public void An_address_asks_for_a_year_that_a_calendar_has(int? start, bool known) => Assert.Equal(known, PlanYear.Asked(start) is not null);

    [Fact]
    public void The_line_goes_from_the_first_day_to_the_last_and_leaves_out_other_years()
    {
        var line = YearLine.Of(new PlanYear(2026), A.Day("2026-09-30"),
        [
            new(A.Day("2027-03-31"), YearMarkKind.Planned, "last"), new(A.Day("2026-04-01"), YearMarkKind.Happened, "first"),
            new(A.Day("2026-03-31"), YearMarkKind.Happened, "before"), new(A.Day("2027-04-01"), YearMarkKind.Planned, "after"),
        ]);

        Assert.Equal(["first", "last"], line.Marks.Select(m => m.Words));
        Assert.Equal((0, 100), (line.At(A.Day("2026-04-01")), line.At(A.Day("2027-03-31"))));
        Assert.Equal(50, line.TodayAt!.Value, 0.1);
        Assert.Null((line with { Today = A.Day("2027-04-01") }).TodayAt);
    }
}
