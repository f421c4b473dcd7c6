namespace BetterTogether.Learning.Domain.Reviews;

public enum ReviewStatus
{
    NotStarted,
    Preparing,
    Shared,
    OneConfirmed,
    Complete,
}

/// <summary>The two sides of the conversation. The manager's is whoever leads on the day: line manager, host, agreed reviewer, or who stands in.</summary>
public enum ReviewSide
{
    Employee,
    Manager,
}
