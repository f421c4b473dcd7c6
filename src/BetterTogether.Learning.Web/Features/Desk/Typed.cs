using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BetterTogether.Learning.Web.Features.Desk;

/// <summary>Times of day and numbers as typed into a form.</summary>
public static class Typed
{
    // Browsers send 10:00; somebody whose browser has no time field may type one figure, or seconds.
    private static readonly string[] Formats = ["HH:mm", "H:mm", "HH:mm:ss", "HH.mm", "H.mm"];

    public static string Write(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <returns>Null where it cannot be read; <paramref name="otherwise"/> is then said in <paramref name="state"/>.</returns>
    public static TimeOnly? Time(string? text, string name, string otherwise, ModelStateDictionary state)
    {
        if (TimeOnly.TryParseExact(text?.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) { return time; }
        state.AddModelError(name, otherwise);
        return null;
    }

    /// <summary>A whole number as typed; null with <paramref name="otherwise"/> said where it is none.</summary>
    public static int? Number(string? text, string name, string otherwise, ModelStateDictionary state)
    {
        if (int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) { return number; }
        state.AddModelError(name, otherwise);
        return null;
    }
}
