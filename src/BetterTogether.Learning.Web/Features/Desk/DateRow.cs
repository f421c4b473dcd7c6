using System.Globalization;
using BetterTogether.Learning.Domain.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BetterTogether.Learning.Web.Features.Desk;

/// <summary>One date of a session as typed: London day and clock. Text, so that what cannot be read is still there to mend.</summary>
public sealed class DateRow
{
    public string? Date { get; set; }
    public string? Starts { get; set; }
    public string? Ends { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Date) && string.IsNullOrWhiteSpace(Starts) && string.IsNullOrWhiteSpace(Ends);

    public static DateRow From(Period period) => new()
    {
        Date = period.StartsAtUtc.ToLondon().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Starts = period.StartsAtUtc.ToLondon().ToString("HH:mm", CultureInfo.InvariantCulture),
        Ends = period.EndsAtUtc.ToLondon().ToString("HH:mm", CultureInfo.InvariantCulture),
    };

    /// <param name="name">The row as the form posts it: "Form.Dates[0]".</param>
    /// <returns>Null where something is wrong; it is then said in <paramref name="state"/>.</returns>
    public Period? Read(string name, ModelStateDictionary state)
    {
        var (starts, ends) = (Typed.Time(Starts, $"{name}.{nameof(Starts)}", "Enter when it starts, like 10:00", state), Typed.Time(Ends, $"{name}.{nameof(Ends)}", "Enter when it ends, like 11:30", state));
        if (!DateOnly.TryParseExact(Date?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            state.AddModelError($"{name}.{nameof(Date)}", "Enter a date, like 2026-09-02");
            return null;
        }
        if (starts is not { } from || ends is not { } to) { return null; }
        if (to <= from)
        {
            state.AddModelError($"{name}.{nameof(Ends)}", "The end must be after the start, on the same day");
            return null;
        }
        return Exists(date, from, $"{name}.{nameof(Starts)}", state) & Exists(date, to, $"{name}.{nameof(Ends)}", state)
            ? new Period(date.ToUtc(from), date.ToUtc(to)) : null;
    }

    // In the night the clocks go forward an hour is missing: moving it on silently would put a time in the diary nobody typed.
    private static bool Exists(DateOnly date, TimeOnly time, string name, ModelStateDictionary state)
    {
        if (date.ToUtc(time).ToLondon() == date.ToDateTime(time)) { return true; }
        state.AddModelError(name, $"There is no {time.Words()} on {date.Words()}: the clocks go forward from 1am to 2am. Choose another time.");
        return false;
    }
}
