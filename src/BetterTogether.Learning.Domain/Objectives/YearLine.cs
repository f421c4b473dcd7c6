namespace BetterTogether.Learning.Domain.Objectives;

public enum YearMarkKind
{
    Planned,
    Happened,
}

/// <summary>Something on the year line.</summary>
/// <param name="Words">What it is, without its date.</param>
public sealed record YearMark(DateOnly On, YearMarkKind Kind, string Words);

/// <summary>A year of the plan as a line: what was planned on it, and what happened.</summary>
public sealed record YearLine(PlanYear Year, DateOnly Today, IReadOnlyList<YearMark> Marks)
{
    /// <summary>The marks in the order of their days; those outside of the year are left out.</summary>
    public static YearLine Of(PlanYear year, DateOnly today, IEnumerable<YearMark> marks) =>
        new(year, today, [.. marks.Where(m => year.Has(m.On)).OrderBy(m => m.On).ThenBy(m => m.Kind)]);

    /// <summary>Where today is; null where the year is another one.</summary>
    public double? TodayAt => Year.Has(Today) ? At(Today) : null;

    /// <summary>Where a day lies, from 0 on 1 April to 100 on 31 March.</summary>
    public double At(DateOnly day) => Math.Round(100.0 * (day.DayNumber - Year.First.DayNumber) / (Year.Last.DayNumber - Year.First.DayNumber), 2);
}
