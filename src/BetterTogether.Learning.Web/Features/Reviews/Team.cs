using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Reviews;

namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>What a line manager's page shows.</summary>
/// <param name="Cycle">Label and closing day of the latest cycle that has opened; null before the first.</param>
public sealed record Team(IReadOnlyList<TeamMember> Members, string? Cycle, DateOnly? Closes, IReadOnlyList<TeamBooking> Bookings, IReadOnlyList<NeedsHelp> NeedingHelp, IReadOnlyList<HandedOver> HandedOver, IReadOnlyList<ToRead> ToRead)
{
    public const int MostToRead = 20;
}

/// <summary>One of a manager's people and where the review stands; two lines for somebody with two posts.</summary>
/// <param name="IsManaged">By the directory: whom the reader may book for.</param>
/// <param name="IsLed">Whether the reader leads this review; another reviewer's, or another post's, is shown and not opened.</param>
/// <param name="IsHome">Seconded, and the reader is the line manager at home, who may comment.</param>
/// <param name="Why">Why there is nothing to do; null where a review is due.</param>
public sealed record TeamMember(
    Guid PersonId, string Name, string Email, string? JobTitle, bool IsManaged, bool IsAway, Guid? ReviewId, bool IsLed, bool IsHome, ReviewStatus Status, bool BothShared, bool Talked, NotDueReason? Why, bool UpToManager, bool IsLate, DateOnly? DueBy, DateTime? PlannedAtUtc);

/// <summary>What one of a manager's people has coming up on an open session; private ones are nobody else's.</summary>
public sealed record TeamBooking(Guid Id, Guid SessionId, string Name, BookingStatus Status, string Title, DateTime StartsAtUtc, string Where);

/// <summary>An objective that needs help.</summary>
/// <param name="Title">Null for a wellbeing objective: it is on no list.</param>
public sealed record NeedsHelp(Guid ObjectiveId, string Name, string? Title, DateTime SinceUtc);

/// <summary>A complete review the reader is asked to read, as the line manager of whoever leads it.</summary>
public sealed record ToRead(Guid ReviewId, string EmployeeName, string LeadName, DateTime CompletedAtUtc);

/// <summary>A review the reader led before, for the note they may leave.</summary>
public sealed record HandedOver(Guid Id, string EmployeeName, string ToName, DateTime AtUtc);
