namespace BetterTogether.Learning.Domain.Objectives;

public enum ObjectiveKind
{
    Work,
    Training,

    /// <summary>Its text is the employee's and their current line manager's alone, whoever else may read the rest.</summary>
    Wellbeing,
}

public enum ObjectiveStatus
{
    NotStarted,
    OnTrack,
    NeedsHelp,
    Done,
    Stopped,
}

/// <summary>What a line of an objective's history is: a note, a change of the objective itself, or something its person did for it.</summary>
public enum EntryKind
{
    Note,
    Reworded,
    Carried,
    AttendedSession,
    FacilitatedSession,
    AgreedAction,
    Reflection,
    Link,
}
