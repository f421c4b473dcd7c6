using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Tests.Shared;

public sealed class WorkingTimeTests
{
    [Theory]
    [InlineData("2026-06-03 09:00", 8, "2026-06-03 17:00")] // Wednesday morning
    [InlineData("2026-06-03 08:00", 10, "2026-06-03 18:00")] // a whole day
    [InlineData("2026-06-03 06:00", 1, "2026-06-03 09:00")] // before work begins
    [InlineData("2026-06-03 14:00", 8, "2026-06-04 12:00")] // into the next day
    [InlineData("2026-06-05 17:30", 8, "2026-06-08 15:30")] // Friday evening
    [InlineData("2026-06-05 19:00", 8, "2026-06-08 16:00")] // Friday night
    [InlineData("2026-06-06 12:00", 8, "2026-06-08 16:00")] // Saturday
    [InlineData("2026-05-22 17:00", 8, "2026-05-26 15:00")] // the weekend of a bank holiday
    [InlineData("2026-12-24 16:00", 8, "2026-12-29 14:00")] // Christmas, with its substitute day
    [InlineData("2026-10-23 17:00", 8, "2026-10-26 15:00")] // the clocks go back between
    [InlineData("2026-06-03 09:00", 0, "2026-06-03 09:00")]
    public void Working_hours_are_counted_from_8am_to_6pm_Monday_to_Friday(string from, int hours, string until) =>
        Assert.Equal(A.London(until), A.London(from).AddWorkingHours(TimeSpan.FromHours(hours), WorkingDays.MondayToFriday));

    [Theory]
    [InlineData(WorkingDays.Monday | WorkingDays.Tuesday, "2026-06-02 17:00", "2026-06-08 15:00")]
    [InlineData(WorkingDays.Thursday, "2026-06-03 09:00", "2026-06-04 16:00")]
    [InlineData(WorkingDays.Saturday | WorkingDays.Sunday, "2026-06-05 17:00", "2026-06-06 16:00")]
    [InlineData(WorkingDays.Monday, "2026-05-20 09:00", "2026-06-01 16:00")] // the only working day is a bank holiday
    [InlineData(WorkingDays.None, "2026-06-05 17:30", "2026-06-08 15:30")] // no pattern: Monday to Friday stands in
    public void Somebody_elses_days_are_not_counted(WorkingDays pattern, string from, string until) =>
        Assert.Equal(A.London(until), A.London(from).AddWorkingHours(TimeSpan.FromHours(8), pattern));

    [Theory]
    [InlineData("2026-09-02", 2, "2026-08-31", "2026-08-28")]
    [InlineData("2026-06-03", 2, "2026-06-01", "2026-06-01")]
    [InlineData("2026-06-01", 2, "2026-05-28", "2026-05-28")]
    [InlineData("2026-06-03", 0, "2026-06-03", "2026-06-03")]
    public void Working_days_are_counted_back_over_weekends_and_bank_holidays(string date, int count, string withoutHolidays, string expected)
    {
        var found = A.Day(date).WorkingDaysBefore(count);

        Assert.Equal(A.Day(expected), found);
        Assert.Equal(withoutHolidays != expected, A.Day(withoutHolidays).IsBankHoliday());
    }
}
