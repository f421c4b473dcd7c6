using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Sessions;

namespace BetterTogether.Learning.Web.Features.Bookings;

/// <summary>Statuses and reasons as people read them.</summary>
public static class BookingWords
{
    public const string WhyPassedOver =
        "A leader listens in this circle and somebody of your line of management has a place, so places go to the next person; you keep your number, and are asked once that changes.";

    public static string Words(this MyBooking booking) => booking.Status switch
    {
        BookingStatus.Confirmed when booking.Attendance.Count > 0 => Words(booking.Attendance),
        BookingStatus.Confirmed => "You have a place",
        BookingStatus.Waiting => $"You are number {booking.Position} on the waiting list",
        BookingStatus.Offered => "A place is held for you",
        BookingStatus.Cancelled when booking.SessionStatus == SessionStatus.Cancelled => "The session was cancelled",
        BookingStatus.Cancelled => "Cancelled",
        BookingStatus.Declined => "You let this place go",
        _ => "No place came up in time",
    };

    public static string Css(this MyBooking booking) => "bt-status" + booking.Status switch
    {
        BookingStatus.Confirmed when booking.Attendance.Count > 0 && !booking.Attendance.Contains(AttendanceState.Attended) => "",
        BookingStatus.Confirmed => " bt-status--yours",
        BookingStatus.Waiting => " bt-status--waiting",
        BookingStatus.Offered => " bt-status--offered",
        _ => "",
    };

    public static string Words(this CancelReason reason) => reason switch
    {
        CancelReason.Court => "I am in court",
        CancelReason.Duty => "I am on duty",
        CancelReason.AFamilyNeedsMe => "A family needs me",
        _ => "I am unwell",
    };

    private static string Words(IReadOnlyList<AttendanceState> dates) => dates.Count(d => d == AttendanceState.Attended) switch
    {
        0 => dates.Contains(AttendanceState.Excused) ? "Excused" : "Did not attend",
        var came when came == dates.Count => "You came",
        var came => $"You came to {came} of {dates.Count} dates",
    };
}
