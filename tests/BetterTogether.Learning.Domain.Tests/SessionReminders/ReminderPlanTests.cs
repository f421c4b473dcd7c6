using BetterTogether.Learning.Domain.SessionReminders;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Tests.SessionReminders;

public sealed class ReminderPlanTests
{
    [Theory]
    // A week before, at nine.
    [InlineData(ReminderKind.WeekBefore, "2026-09-02 10:00", "2026-08-26 08:59", false)]
    [InlineData(ReminderKind.WeekBefore, "2026-09-02 10:00", "2026-08-26 09:00", true)]
    [InlineData(ReminderKind.WeekBefore, "2026-09-02 00:30", "2026-08-26 09:00", true)]
    [InlineData(ReminderKind.WeekBefore, "2026-09-02 23:30", "2026-08-26 09:00", true)]
    [InlineData(ReminderKind.WeekBefore, "2026-09-02 10:00", "2026-08-28 08:59", true)] // the product was down
    [InlineData(ReminderKind.WeekBefore, "2026-09-02 10:00", "2026-08-28 09:00", false)] // "in a week" is no longer true
    // The clocks go back on 25 October 2026 and forward on 28 March 2027.
    [InlineData(ReminderKind.WeekBefore, "2026-10-30 10:00", "2026-10-23 09:00", true)]
    [InlineData(ReminderKind.WeekBefore, "2027-04-01 10:00", "2027-03-25 08:59", false)]
    [InlineData(ReminderKind.WeekBefore, "2027-04-01 10:00", "2027-03-25 09:00", true)]
    // The working day before: Friday for Monday, and Thursday for the Tuesday after Easter (Good Friday 26 and Easter Monday 29 March 2027).
    [InlineData(ReminderKind.WorkingDayBefore, "2026-09-02 10:00", "2026-09-01 08:59", false)]
    [InlineData(ReminderKind.WorkingDayBefore, "2026-09-02 10:00", "2026-09-01 09:00", true)]
    [InlineData(ReminderKind.WorkingDayBefore, "2026-09-07 10:00", "2026-09-04 09:00", true)]
    [InlineData(ReminderKind.WorkingDayBefore, "2026-09-07 10:00", "2026-09-04 08:59", false)]
    [InlineData(ReminderKind.WorkingDayBefore, "2026-09-01 10:00", "2026-08-28 09:00", true)] // 31 August is a bank holiday
    [InlineData(ReminderKind.WorkingDayBefore, "2027-03-30 10:00", "2027-03-25 08:59", false)]
    [InlineData(ReminderKind.WorkingDayBefore, "2027-03-30 10:00", "2027-03-25 09:00", true)]
    [InlineData(ReminderKind.WorkingDayBefore, "2026-12-29 10:00", "2026-12-24 09:00", true)]
    [InlineData(ReminderKind.WorkingDayBefore, "2026-09-02 10:00", "2026-09-02 09:59", true)] // booked late
    [InlineData(ReminderKind.WorkingDayBefore, "2026-09-02 10:00", "2026-09-02 10:01", false)]
    // An hour before, whatever the clock on the wall does.
    [InlineData(ReminderKind.HourBeforeOnline, "2026-09-02 10:00", "2026-09-02 08:59", false)]
    [InlineData(ReminderKind.HourBeforeOnline, "2026-09-02 10:00", "2026-09-02 09:01", true)]
    [InlineData(ReminderKind.HourBeforeOnline, "2026-09-02 10:00", "2026-09-02 10:00", false)]
    [InlineData(ReminderKind.HourBeforeOnline, "2027-03-28 02:30", "2027-03-28 00:45", true)] // half past one comes after quarter to one
    public void It_is_time_or_not(ReminderKind kind, string starts, string now, bool isTime)
    {
        var plan = ReminderPlan.Defaults.Single(p => p.Kind == kind);
        var startsAtUtc = A.London(starts);
        Assert.Equal(isTime, plan.StartsDue(A.London(now)) is { } due && startsAtUtc > due.StartsAtUtc && startsAtUtc < due.EndsAtUtc);
    }

    [Theory]
    [InlineData(ReminderKind.WeekBefore, 1, "days-wrong"), InlineData(ReminderKind.WeekBefore, 2, null), InlineData(ReminderKind.WeekBefore, 28, null), InlineData(ReminderKind.WeekBefore, 29, "days-wrong")]
    [InlineData(ReminderKind.WorkingDayBefore, 0, "working-days-wrong"), InlineData(ReminderKind.WorkingDayBefore, 5, null), InlineData(ReminderKind.WorkingDayBefore, 6, "working-days-wrong")]
    [InlineData(ReminderKind.HourBeforeOnline, 9, "minutes-wrong"), InlineData(ReminderKind.HourBeforeOnline, 240, null), InlineData(ReminderKind.HourBeforeOnline, 241, "minutes-wrong")]
    public void How_far_ahead_has_bounds(ReminderKind kind, int ahead, string? code) =>
        Assert.Equal(code, ReminderPlan.Defaults.Single(p => p.Kind == kind).Change(true, ahead, new TimeOnly(8, 0)).Refusal?.Code);

    [Fact]
    public void What_is_switched_off_is_never_due()
    {
        var plan = ReminderPlan.Defaults[1];
        Assert.Null(plan.Change(isOn: false, 1, new TimeOnly(9, 0)).Value.StartsDue(A.Now));
    }

    [Fact]
    public void The_working_day_is_any_time_of_day_and_day_of_the_year()
    {
        // Against the rule said the other way round, for each day of a year with both clock changes and every bank holiday.
        var plan = ReminderPlan.Defaults[1].Change(true, 2, new TimeOnly(16, 30)).Value;
        for (var day = new DateOnly(2026, 9, 1); day < new DateOnly(2027, 9, 1); day = day.AddDays(1))
        {
            var goesAtUtc = day.WorkingDaysBefore(2).ToUtc(new TimeOnly(16, 30));
            var startsAtUtc = day.ToUtc(new TimeOnly(9, 0));
            Assert.True(plan.StartsDue(goesAtUtc)!.Value.EndsAtUtc > startsAtUtc, $"{day}");
            Assert.False(plan.StartsDue(goesAtUtc.AddSeconds(-1))?.EndsAtUtc > startsAtUtc, $"{day}");
        }
    }
}
