namespace BetterTogether.Learning.Domain.SessionReminders;

/// <summary>
/// One reminder that went to the outbox. Booking, kind and start are the key: a doubled worker cannot send twice, and a session that
/// is moved has another start, so its reminders come again.
/// </summary>
public sealed class SentReminder(Guid bookingId, ReminderKind kind, DateTime startsAtUtc, DateTime queuedAtUtc)
{
    public Guid BookingId { get; private set; } = bookingId;
    public ReminderKind Kind { get; private set; } = kind;
    public DateTime StartsAtUtc { get; private set; } = startsAtUtc;
    public DateTime QueuedAtUtc { get; private set; } = queuedAtUtc;
}
