using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;

namespace BetterTogether.Learning.Web.Features.Demo;

internal static class DemoRegister
{
    /// <summary>The registers of what is over, kept by the trainer: most people came.</summary>
    public static IEnumerable<Attendance> Of(IEnumerable<Session> sessions, DemoBookings bookings, Person desk, DateTime nowUtc) =>
        (from session in sessions
         where session.EndsAtUtc < nowUtc
         let markedById = session.Trainers.Count > 0 ? session.Trainers[0].PersonId : desk.Id
         from booking in bookings.On(session)
         where booking.Status == BookingStatus.Confirmed
         from date in session.Dates
         select (booking, date, markedById)).Select((line, i) => new Attendance(line.booking.Id, line.date.Id, State(i), line.markedById, line.date.EndsAtUtc.AddMinutes(15)));

    private static AttendanceState State(int number) => number % 17 == 5 ? AttendanceState.Absent : number % 11 == 7 ? AttendanceState.Excused : AttendanceState.Attended;
}
