using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Cpd;

/// <summary>A year of registration with the regulator: 1 December to 30 November, London dates.</summary>
/// <param name="End">The calendar year of its 30 November.</param>
public readonly record struct RegistrationYear(int End)
{
    public DateOnly First => new(End - 1, 12, 1);
    public DateOnly Last => new(End, 11, 30);
    public RegistrationYear Before => new(End - 1);
    public RegistrationYear After => new(End + 1);

    /// <summary>"December 2025 to November 2026"</summary>
    public string Words => $"December {End - 1} to November {End}";

    public static RegistrationYear Of(DateOnly date) => new(date.Month == 12 ? date.Year + 1 : date.Year);

    public static RegistrationYear? Asked(int? end) => end is >= 2000 and <= 2100 ? new RegistrationYear(end.Value) : null;

    public bool Has(DateOnly date) => date >= First && date <= Last;

    /// <summary>The reminder that is due: the latest whose day has come.</summary>
    public DateOnly? ReminderDueOn(IEnumerable<ReminderDay> days, DateOnly today)
    {
        var year = this;
        var due = days.Select(d => d.In(year)).Where(d => d <= today).DefaultIfEmpty().Max();
        return due == default || today > Last ? null : due;
    }
}

/// <summary>A day of the year, whatever the year.</summary>
public sealed record ReminderDay(int Month, int Day)
{
    public DateOnly In(RegistrationYear year) => new(Month == 12 ? year.End - 1 : year.End, Month, Day);
}
