using BetterTogether.Learning.Domain.Cpd;

namespace BetterTogether.Learning.Domain.Tests.Cpd;

public sealed class RegistrationYearTests
{
    private static readonly ReminderDay[] Reminders = [new(9, 1), new(11, 1), new(11, 20)];

    [Theory, InlineData("2026-11-30", 2026), InlineData("2026-12-01", 2027), InlineData("2027-01-01", 2027), InlineData("2027-11-30", 2027)]
    public void A_year_begins_on_the_first_of_December(string day, int end)
    {
        var year = RegistrationYear.Of(A.Day(day));

        Assert.Equal(end, year.End);
        Assert.True(year.Has(A.Day(day)) && !year.Before.Has(A.Day(day)) && !year.After.Has(A.Day(day)));
    }

    [Theory]
    [InlineData("2026-08-31", null)]
    [InlineData("2026-09-01", "2026-09-01")]
    [InlineData("2026-10-31", "2026-09-01")]
    [InlineData("2026-11-01", "2026-11-01")]
    [InlineData("2026-11-20", "2026-11-20")]
    [InlineData("2026-11-30", "2026-11-20")]
    [InlineData("2026-12-01", null)]
    public void The_latest_reminder_whose_day_has_come_is_due(string today, string? due) =>
        Assert.Equal(due is null ? null : A.Day(due), RegistrationYear.Of(A.Day(today)).ReminderDueOn(Reminders, A.Day(today)));

    [Fact]
    public void A_checklist_without_days_reminds_nobody() => Assert.Null(new RegistrationYear(2026).ReminderDueOn([], A.Day("2026-11-30")));

    [Fact]
    public void A_day_in_December_belongs_to_the_calendar_year_before() => Assert.Equal(A.Day("2025-12-15"), new ReminderDay(12, 15).In(new RegistrationYear(2026)));
}
