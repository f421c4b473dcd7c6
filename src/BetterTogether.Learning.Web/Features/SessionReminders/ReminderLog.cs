using BetterTogether.Learning.Domain.SessionReminders;

namespace BetterTogether.Learning.Web.Features.SessionReminders;

public static partial class ReminderLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Reminders {Kind}: {Bookings} bookings, {Mails} mails")]
    public static partial void Reminded(this ILogger log, ReminderKind kind, int bookings, int mails);

    [LoggerMessage(Level = LogLevel.Error, Message = "Reminders could not be made; trying again in a minute")]
    public static partial void RemindersStumbled(this ILogger log, Exception e);
}
