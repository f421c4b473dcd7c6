using System.Globalization;
using BetterTogether.Learning.Domain.SessionReminders;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Web.Features.SessionReminders;

/// <summary>One kind on the page, as typed.</summary>
public sealed class ReminderForm
{
    public bool IsOn { get; set; }
    public string? Ahead { get; set; }
    public string? At { get; set; }

    public static IReadOnlyList<ReminderKind> Kinds { get; } = Enum.GetValues<ReminderKind>();

    public static ReminderForm From(ReminderPlan plan) => new() { IsOn = plan.IsOn, Ahead = plan.Ahead.ToString(CultureInfo.InvariantCulture), At = plan.At.ToString("HH:mm", CultureInfo.InvariantCulture) };

    public Result<ReminderPlan> Read(ReminderKind kind)
    {
        if (!int.TryParse(Ahead?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var ahead)) { return new Invalid("number-wrong", "Enter a whole number", nameof(Ahead)); }
        var at = default(TimeOnly);
        if (HasTime(kind) && !TimeOnly.TryParseExact(At?.Trim(), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out at)) { return new Invalid("time-wrong", "Enter a time, like 9:00 or 14:30", nameof(At)); }
        return ReminderPlan.Defaults.Single(p => p.Kind == kind).Change(IsOn, ahead, at);
    }

    public static bool HasTime(ReminderKind kind) => kind is not ReminderKind.HourBeforeOnline;

    public static string Title(ReminderKind kind) => kind switch
    {
        ReminderKind.WeekBefore => "Days before",
        ReminderKind.WorkingDayBefore => "Working days before",
        _ => "Just before an online session",
    };

    public static string Hint(ReminderKind kind) => kind switch
    {
        ReminderKind.WeekBefore => "Time to arrange cover, or to give the place to somebody else.",
        ReminderKind.WorkingDayBefore => "Monday to Friday, bank holidays left out: for a Tuesday after a bank holiday it goes on Friday.",
        _ => "With the link to join.",
    };

    public static string Unit(ReminderKind kind) => kind switch
    {
        ReminderKind.WeekBefore => "How many days",
        ReminderKind.WorkingDayBefore => "How many working days",
        _ => "How many minutes",
    };
}
