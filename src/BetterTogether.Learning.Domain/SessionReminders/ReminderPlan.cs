using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.SessionReminders;

/// <summary>When one kind of reminder goes, as the desk has set it.</summary>
public sealed class ReminderPlan
{
    /// <summary>How late a reminder in days may still come after the product was down: two days on, "in a week" is no longer true.</summary>
    private const int GraceDays = 2;

    private ReminderPlan() { }

    private ReminderPlan(ReminderKind kind, int ahead, TimeOnly at) => (Kind, IsOn, Ahead, AtMinutes) = (kind, true, ahead, Minutes(at));

    public ReminderKind Kind { get; private set; }
    public bool IsOn { get; private set; }

    /// <summary>Days, working days (Monday to Friday, bank holidays out) or minutes before the start, by kind.</summary>
    public int Ahead { get; private set; }

    /// <summary>The London time of day at which it goes, in minutes from midnight; means nothing for one in minutes.</summary>
    public int AtMinutes { get; private set; }

    public TimeOnly At => new(AtMinutes / 60, AtMinutes % 60);

    public bool IsOnlineOnly => Kind is ReminderKind.HourBeforeOnline;

    /// <summary>What holds until the desk decides otherwise.</summary>
    public static IReadOnlyList<ReminderPlan> Defaults => [new(ReminderKind.WeekBefore, 7, new(9, 0)), new(ReminderKind.WorkingDayBefore, 1, new(9, 0)), new(ReminderKind.HourBeforeOnline, 60, default)];

    public Result<ReminderPlan> Change(bool isOn, int ahead, TimeOnly at)
    {
        if (WrongAhead(ahead) is { } no) { return no; }
        (IsOn, Ahead, AtMinutes) = (isOn, ahead, Minutes(at));
        return this;
    }

    /// <summary>The sessions for which it is time: those that start in this span. Null where none can be.</summary>
    public Period? StartsDue(DateTime nowUtc)
    {
        if (!IsOn) { return null; }
        var due = Kind switch
        {
            ReminderKind.WeekBefore => Days(nowUtc),
            ReminderKind.WorkingDayBefore => UpTo(LastWorkingDay(nowUtc), nowUtc),
            _ => new Period(nowUtc, nowUtc.AddMinutes(Ahead)),
        };
        return due.StartsAtUtc < due.EndsAtUtc ? due : null;
    }

    private Period Days(DateTime nowUtc)
    {
        // The day whose reminder went last: today's, or yesterday's while it is too early.
        var last = nowUtc.ToLondonDate().AddDays(HasStruck(nowUtc) ? Ahead : Ahead - 1);
        return UpTo(last, Later(nowUtc, last.AddDays(1 - GraceDays).StartOfDayUtc()));
    }

    private DateOnly LastWorkingDay(DateTime nowUtc)
    {
        var day = nowUtc.ToLondonDate();
        while (day.AddDays(1).WorkingDaysBefore(Ahead).ToUtc(At) <= nowUtc) { day = day.AddDays(1); }
        return day;
    }

    private static Period UpTo(DateOnly lastDay, DateTime fromUtc) => new(fromUtc, lastDay.AddDays(1).StartOfDayUtc());

    private bool HasStruck(DateTime nowUtc) => nowUtc.ToLondonDate().ToUtc(At) <= nowUtc;

    private static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;

    private Invalid? WrongAhead(int ahead) => Kind switch
    {
        ReminderKind.WeekBefore when ahead is < 2 or > 28 => new("days-wrong", "Enter from 2 to 28 days", nameof(Ahead)),
        ReminderKind.WorkingDayBefore when ahead is < 1 or > 5 => new("working-days-wrong", "Enter from 1 to 5 working days", nameof(Ahead)),
        ReminderKind.HourBeforeOnline when ahead is < 10 or > 240 => new("minutes-wrong", "Enter from 10 to 240 minutes", nameof(Ahead)),
        _ => null,
    };

    private static int Minutes(TimeOnly at) => at.Hour * 60 + at.Minute;
}
