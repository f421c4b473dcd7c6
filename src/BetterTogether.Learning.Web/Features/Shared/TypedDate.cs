using System.Globalization;

namespace BetterTogether.Learning.Web.Features.Shared;

/// <summary>A day as typed into a form: browsers send 2026-06-03; somebody whose browser has no date field types 3/6/2026.</summary>
public static class TypedDate
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "d MMMM yyyy", "d MMM yyyy"];

    public static string? Write(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <returns>False where something was typed that is no day; an empty field is no day and no mistake.</returns>
    public static bool TryRead(string? text, out DateOnly? date)
    {
        date = DateOnly.TryParseExact(text?.Trim(), Formats, CultureInfo.GetCultureInfo("en-GB"), DateTimeStyles.None, out var day) ? day : null;
        return date is not null || string.IsNullOrWhiteSpace(text);
    }
}
