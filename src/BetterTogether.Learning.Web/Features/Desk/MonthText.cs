using System.Globalization;

namespace BetterTogether.Learning.Web.Features.Desk;

/// <summary>A month in an address or a form: "2026-09".</summary>
public static class MonthText
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static string Write(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static string Words(DateOnly month) => month.ToString("MMMM yyyy", English);

    /// <summary>"September" for 9.</summary>
    public static string Name(int month) => English.DateTimeFormat.GetMonthName(month);

    /// <returns>The first of the month; null where it is none.</returns>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact($"{text}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month.Year is > 2000 and < 9000 ? month : null;
}
