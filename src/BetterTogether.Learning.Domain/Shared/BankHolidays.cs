namespace BetterTogether.Learning.Domain.Shared;

/// <summary>Bank holidays in England, 2025 to 2028, substitute days included. Source: the dates the government publishes for England and Wales; extend when the next year is announced.</summary>
public static class BankHolidays
{
    private static readonly HashSet<DateOnly> Days =
    [
        new(2025, 1, 1), new(2025, 4, 18), new(2025, 4, 21), new(2025, 5, 5), new(2025, 5, 26), new(2025, 8, 25), new(2025, 12, 25), new(2025, 12, 26),
        new(2026, 1, 1), new(2026, 4, 3), new(2026, 4, 6), new(2026, 5, 4), new(2026, 5, 25), new(2026, 8, 31), new(2026, 12, 25), new(2026, 12, 28),
        new(2027, 1, 1), new(2027, 3, 26), new(2027, 3, 29), new(2027, 5, 3), new(2027, 5, 31), new(2027, 8, 30), new(2027, 12, 27), new(2027, 12, 28),
        new(2028, 1, 3), new(2028, 4, 14), new(2028, 4, 17), new(2028, 5, 1), new(2028, 5, 29), new(2028, 8, 28), new(2028, 12, 25), new(2028, 12, 26),
    ];

    /// <summary>The last day the data speaks of; later days count as ordinary ones, and whoever plans past it should be told.</summary>
    public static DateOnly KnownTo { get; } = new(2028, 12, 31);

    public static bool IsBankHoliday(this DateOnly date) => Days.Contains(date);
}
