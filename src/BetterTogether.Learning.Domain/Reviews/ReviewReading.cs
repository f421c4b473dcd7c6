namespace BetterTogether.Learning.Domain.Reviews;

/// <summary>Somebody other than the employee opened a review on a London day: the employee may know who.</summary>
public sealed record ReviewReading(Guid ReviewId, Guid ReaderId, DateOnly Day);
