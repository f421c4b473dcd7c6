namespace BetterTogether.Learning.Domain.Objectives;

/// <summary>A year of the development plan: it begins with the reviews on 1 April and ends on 31 March, London dates.</summary>
/// <param name="Start">The calendar year of its 1 April.</param>
public readonly record struct PlanYear(int Start)
{
    public DateOnly First => new(Start, 4, 1);
    public DateOnly Last => new(Start + 1, 3, 31);
    public PlanYear Before => new(Start - 1);
    public PlanYear After => new(Start + 1);

    /// <summary>"2026 to 2027"</summary>
    public string Words => $"{Start} to {Start + 1}";

    public static PlanYear Of(DateOnly date) => new(date.Month >= 4 ? date.Year : date.Year - 1);

    /// <summary>What an address may ask for: a calendar has room for it, and so has the page.</summary>
    public static PlanYear? Asked(int? start) => start is >= 2000 and <= 2100 ? new PlanYear(start.Value) : null;

    public bool Has(DateOnly date) => date >= First && date <= Last;
}
