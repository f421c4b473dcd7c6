namespace BetterTogether.Learning.Domain.Objectives;

/// <summary>Looking at the plan through the year: three, six and nine months after its first objective was set.</summary>
public static class CheckIns
{
    /// <summary>So long a nudge still makes sense; after that the next one is near enough.</summary>
    private const int DaysToNudge = 28;

    /// <summary>Whoever wrote something in the days before has checked in already.</summary>
    private const int DaysBefore = 14;

    private static readonly int[] Months = [3, 6, 9];

    /// <param name="first">The London day the year's first objective was set.</param>
    public static IReadOnlyList<DateOnly> Days(DateOnly first) => [.. Months.Select(first.AddMonths)];

    /// <summary>The check-in that is due on a day; null where none is, or where it was done by itself.</summary>
    /// <param name="lastWritten">The London day of the newest line in the histories; null where there is none.</param>
    public static DateOnly? DueOn(DateOnly first, DateOnly? lastWritten, DateOnly today)
    {
        var due = Days(first).LastOrDefault(day => day <= today && today < day.AddDays(DaysToNudge));
        return due == default || lastWritten >= due.AddDays(-DaysBefore) ? null : due;
    }

    /// <summary>3, 6 or 9.</summary>
    public static int MonthsAt(DateOnly first, DateOnly due) => Months.First(months => first.AddMonths(months) == due);
}
