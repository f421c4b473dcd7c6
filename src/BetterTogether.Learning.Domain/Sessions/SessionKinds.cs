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

public static class SessionKinds
{
    /// <summary>Whether mails and calendars carry the way into its circle. A private one is found by the booking alone: its address would tell what it is.</summary>
    public static bool IsOpenCircle(this SessionKind kind, Visibility visibility) => kind == SessionKind.Circle && visibility == Visibility.Open;
}

public enum SessionStatus
{
    Draft,
    Published,
    Cancelled,
}
