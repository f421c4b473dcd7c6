namespace BetterTogether.Learning.Domain.Objectives;

/// <summary>"We talked; nothing to write": a kind that is asked about and complete without an objective.</summary>
/// <param name="Year">The start of the <see cref="PlanYear"/>.</param>
public sealed record NothingToWrite(Guid PersonId, int Year, ObjectiveKind Kind, DateTime AtUtc);

/// <summary>A booking that was made while looking for training for an objective.</summary>
public sealed record ObjectiveBooking(Guid ObjectiveId, Guid BookingId);

/// <summary>That somebody was nudged: once for each kind and day it was due, however often and on however many machines it is looked at.</summary>
public sealed record SentNudge(Guid PersonId, string Kind, DateOnly DueOn);
