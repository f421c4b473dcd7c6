namespace BetterTogether.Learning.Domain.Calendars;

/// <summary>What people are invited to; with its id, it finds every calendar entry that belongs to it.</summary>
public enum InviteSubject
{
    Booking,
    Circle,
    Review,
    /// <summary>A session that is a circle, for those who hold it: they have no booking.</summary>
    Session,
}
