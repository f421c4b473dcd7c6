namespace BetterTogether.Learning.Domain.Reviews;

/// <summary>The occasions on which whoever must act hears of it.</summary>
public enum ReminderKind
{
    Opening,
    FourWeeks,
    TwoWeeks,
    ThreeDays,
    ClosingDay,
    FirstAfter,
    SecondAfter,
    ThirdAfter,
}

/// <summary>The ledger of reminders: one a person, cycle and kind, whatever clocks and workers do.</summary>
/// <param name="ForTeam">The digest of a manager, beside the reminder of their own review.</param>
public sealed record ReviewReminder(Guid CycleId, Guid PersonId, ReminderKind Kind, bool ForTeam, DateTime AtUtc);

/// <summary>Which reminder belongs to a London day.</summary>
public static class Reminders
{
    /// <summary>
    /// The one whose time it is; null between them and after the last. A machine that slept over some sends the latest alone: nobody wants "four weeks left" three days before the end.
    /// </summary>
    public static ReminderKind? KindOn(DateOnly today, DateOnly opens, DateOnly dueBy, int graceDays)
    {
        if (today < opens) { return null; }
        var after = dueBy.AddDays(graceDays);
        return (dueBy.DayNumber - today.DayNumber, today.DayNumber - after.DayNumber) switch
        {
            ( > 28, _) => ReminderKind.Opening,
            ( > 14, _) => ReminderKind.FourWeeks,
            ( > 3, _) => ReminderKind.TwoWeeks,
            ( > 0, _) => ReminderKind.ThreeDays,
            (0, _) => ReminderKind.ClosingDay,
            (_, >= 7 and < 14) => ReminderKind.FirstAfter,
            (_, >= 14 and < 21) => ReminderKind.SecondAfter,
            (_, >= 21 and < 28) => ReminderKind.ThirdAfter,
            _ => null,
        };
    }
}
