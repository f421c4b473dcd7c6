using BetterTogether.Learning.Domain.Sessions;

namespace BetterTogether.Learning.Web.Features.Desk;

/// <summary>What was chosen for one person on the register.</summary>
public sealed class RegisterLine
{
    public Guid BookingId { get; set; }
    public AttendanceState? State { get; set; }

    public static IReadOnlyDictionary<AttendanceState, string> States { get; } = new Dictionary<AttendanceState, string>
    {
        [AttendanceState.Attended] = "Attended",
        [AttendanceState.Absent] = "Did not attend",
        [AttendanceState.Excused] = "Excused",
    };
}
