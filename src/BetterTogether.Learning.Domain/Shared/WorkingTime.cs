namespace BetterTogether.Learning.Domain.Shared;

/// <summary>Working hours: 08:00 to 18:00 London on a person's working days, bank holidays out.</summary>
public static class WorkingTime
{
    private static readonly TimeOnly Opens = new(8, 0);
    private static readonly TimeOnly Closes = new(18, 0);

    // A pattern without a working day (long leave entered as such) must not run for ever: Monday to Friday stands in.
    private static WorkingDays OrWeekdays(WorkingDays pattern) => (pattern & (WorkingDays)127) == WorkingDays.None ? WorkingDays.MondayToFriday : pattern;

    public static bool IsWorkingDay(this DateOnly date, WorkingDays pattern = WorkingDays.MondayToFriday)
    {
        var day = (WorkingDays)(1 << (((int)date.DayOfWeek + 6) % 7));
        return OrWeekdays(pattern).HasFlag(day) && !date.IsBankHoliday();
    }

    /// <summary>The moment at which this many working hours have passed since <paramref name="fromUtc"/>.</summary>
    public static DateTime AddWorkingHours(this DateTime fromUtc, TimeSpan hours, WorkingDays pattern)
    {
        var left = hours;
        for (var day = fromUtc.ToLondonDate(); ; day = day.AddDays(1))
        {
            if (!day.IsWorkingDay(pattern)) { continue; }
            var (opens, closes) = (day.ToUtc(Opens), day.ToUtc(Closes));
            var from = fromUtc > opens ? fromUtc : opens;
            if (from >= closes) { continue; }
            if (closes - from >= left) { return from + left; }
            left -= closes - from;
        }
    }

    /// <summary>The working day that lies <paramref name="count"/> working days (Monday to Friday, bank holidays out) before a date.</summary>
    public static DateOnly WorkingDaysBefore(this DateOnly date, int count)
    {
        while (count > 0)
        {
            date = date.AddDays(-1);
            if (date.IsWorkingDay()) { count--; }
        }
        return date;
    }
}
