namespace BetterTogether.Learning.Domain.Sessions;

public enum SessionKind
{
    LearningWednesday,
    DirectWork,
    RestorativeFacilitator,
    Circle,
    Course,
}

/// <summary>A private session is seen by those who hold a place and its trainer or facilitator alone; the desk sees counts.</summary>
public enum Visibility
{
    Open,
    Private,
}

public enum SessionStatus
{
    Draft,
    Published,
    Cancelled,
}
