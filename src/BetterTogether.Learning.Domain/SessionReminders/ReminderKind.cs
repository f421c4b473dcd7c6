namespace BetterTogether.Learning.Domain.SessionReminders;

public enum ReminderKind
{
    WeekBefore,
    WorkingDayBefore,
    HourBeforeOnline,
}
