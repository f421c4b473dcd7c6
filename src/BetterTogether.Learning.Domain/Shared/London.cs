using System.Globalization;

namespace BetterTogether.Learning.Domain.Shared;

/// <summary>The one place where UTC becomes a London day or clock, and back.</summary>
public static class London
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static DateTime ToLondon(this DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Zone);

    public static DateOnly ToLondonDate(this DateTime utc) => DateOnly.FromDateTime(utc.ToLondon());

    /// <summary>A London clock time as UTC. The hour that does not exist in March moves on by one; of the hour that comes twice in October the first is meant.</summary>
    public static DateTime ToUtc(this DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        if (Zone.IsInvalidTime(local)) { local = local.AddHours(1); }
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
    }

    public static DateTime StartOfDayUtc(this DateOnly date) => date.ToUtc(TimeOnly.MinValue);

    /// <summary>"Wednesday 3 June 2026"</summary>
    public static string Words(this DateOnly date) => date.ToString("dddd d MMMM yyyy", English);

    /// <summary>"10am", "10:30am", "midday", "midnight"</summary>
    public static string Words(this TimeOnly time) => (time.Hour, time.Minute) switch
    {
        (0, 0) => "midnight",
        (12, 0) => "midday",
        var (hour, minute) => $"{(hour + 11) % 12 + 1}{(minute == 0 ? "" : $":{minute:00}")}{(hour < 12 ? "am" : "pm")}",
    };

    public static string ClockWords(this DateTime utc) => TimeOnly.FromDateTime(utc.ToLondon()).Words();

    /// <summary>"Wednesday 3 June 2026, 10am"</summary>
    public static string Words(this DateTime utc) => $"{utc.ToLondonDate().Words()}, {utc.ClockWords()}";

    /// <summary>"Wednesday 3 June 2026, 10am to 11:30am"; the second day is named where it is another one.</summary>
    public static string Words(DateTime startUtc, DateTime endUtc) => startUtc.ToLondonDate() == endUtc.ToLondonDate()
        ? $"{startUtc.Words()} to {endUtc.ClockWords()}"
        : $"{startUtc.Words()} to {endUtc.Words()}";

    /// <summary>"10am to 11:30am"</summary>
    public static string ClockWords(DateTime startUtc, DateTime endUtc) => $"{startUtc.ClockWords()} to {endUtc.ClockWords()}";
}
