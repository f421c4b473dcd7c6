namespace BetterTogether.Learning.Domain.Sessions;

public enum AttendanceState
{
    Attended,
    Absent,
    Excused,
}

/// <summary>One line of the register: a booking on one date.</summary>
public sealed class Attendance(Guid bookingId, Guid sessionDateId, AttendanceState state, Guid byId, DateTime markedAtUtc)
{
    public Guid BookingId { get; private set; } = bookingId;
    public Guid SessionDateId { get; private set; } = sessionDateId;
    public AttendanceState State { get; private set; } = state;
    public Guid ById { get; private set; } = byId;
    public DateTime MarkedAtUtc { get; private set; } = markedAtUtc;

    public void Mark(AttendanceState state, Guid byId, DateTime nowUtc) => (State, ById, MarkedAtUtc) = (state, byId, nowUtc);
}
