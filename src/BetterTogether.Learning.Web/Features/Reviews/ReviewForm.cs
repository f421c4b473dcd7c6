using System.Globalization;
using BetterTogether.Learning.Domain.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>Everything that can be typed on a review's page. What was typed is still there when the page comes back.</summary>
public sealed class ReviewForm
{
    /// <summary>Whose words these are: a page may outlive its sign-in, and another person may come to the machine.</summary>
    public Guid? As { get; set; }
    public string? Preparation { get; set; }
    public int PreparationVersion { get; set; }
    public string? Outcome { get; set; }
    public int Version { get; set; }
    public string? HeldOn { get; set; }
    public string? PlanDate { get; set; }
    public string? PlanStarts { get; set; }
    public string? PlanEnds { get; set; }
    public string? PlanPlace { get; set; }
    public string? Comment { get; set; }
    public string? Reason { get; set; }
    public string? RecordedOn { get; set; }
    public string? MidYear { get; set; }
    public int MidYearVersion { get; set; }
    public string? MidYearHeldOn { get; set; }

    public static ReviewForm From(ReviewSheet sheet) => new()
    {
        As = sheet.Seat.CallerId,
        Preparation = sheet.Mine?.Text,
        PreparationVersion = sheet.Mine?.Version ?? 0,
        Outcome = sheet.TakesPart ? sheet.Review.Outcome : null,
        Version = sheet.Review.Version,
        HeldOn = FormDay.Write(sheet.Review.HeldOn ?? Talked(sheet)),
        PlanDate = FormDay.Write(sheet.Review.Planned?.StartsAtUtc.ToLondonDate()),
        PlanStarts = FormDay.Time(sheet.Review.Planned?.StartsAtUtc),
        PlanEnds = FormDay.Time(sheet.Review.Planned?.EndsAtUtc),
        PlanPlace = sheet.Review.PlannedPlace,
        RecordedOn = FormDay.Write(sheet.Today),
        MidYear = sheet.MidYear?.Text,
        MidYearVersion = sheet.MidYear?.Version ?? 0,
        MidYearHeldOn = FormDay.Write(sheet.MidYear?.HeldOn),
    };

    // The day they had planned; none while it is ahead, for they have not talked.
    private static DateOnly? Talked(ReviewSheet sheet)
    {
        var day = sheet.Review.Planned?.StartsAtUtc.ToLondonDate() ?? sheet.Today;
        return day > sheet.Today ? null : day;
    }
}

/// <summary>Days and times in forms, as browsers send them.</summary>
internal static class FormDay
{
    public static string Write(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public static string Time(DateTime? utc) => utc?.ToLondon().ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Null for an empty field; one that cannot be read is an error at its field.</summary>
    public static DateOnly? Read(string? text, ModelStateDictionary state, string field)
    {
        if (string.IsNullOrWhiteSpace(text)) { return null; }
        if (DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) { return day; }
        state.AddModelError(field, "Enter a day like 2026-05-31");
        return null;
    }

    public static TimeOnly? ReadTime(string? text, ModelStateDictionary state, string field)
    {
        if (TimeOnly.TryParseExact((text ?? "").Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) { return time; }
        state.AddModelError(field, "Enter a time like 14:30");
        return null;
    }
}
