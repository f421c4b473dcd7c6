namespace BetterTogether.Learning.Domain.Circles;

public enum CircleStatus
{
    /// <summary>Planned; nobody can come in yet.</summary>
    Draft,
    /// <summary>The waiting room is open.</summary>
    Lobby,
    Running,
    /// <summary>Everything keeps its place and no clock runs: a facilitator's wish, or their absence.</summary>
    Paused,
    /// <summary>"We are taking a break": a facilitator sees one person alone, and nobody is shown as the cause.</summary>
    Held,
    /// <summary>Over, but for the question who carries an open worry about somebody's safety.</summary>
    Closing,
    Closed,
    /// <summary>Nobody was there for twelve hours; in a waiting room, after its planned start.</summary>
    Abandoned,
}

public enum FloorState
{
    Idle,
    Offered,
    Holding,
    /// <summary>Held in silence: the clock rests, the piece stays.</summary>
    Silence,
    HolderAway,
}

public enum SeatRole
{
    Facilitator,
    CoFacilitator,
    Participant,
    /// <summary>Brings the question of a problem-solving circle.</summary>
    Bringer,
    /// <summary>A senior leader who came to listen.</summary>
    Listener,
    /// <summary>Interpreter, advocate or supporter of somebody: no turn of their own.</summary>
    Support,
}

public enum SeatKind
{
    /// <summary>Somebody of the directory.</summary>
    Person,
    /// <summary>Somebody in the room who shares a screen: a facilitator presses for them.</summary>
    InPerson,
}

public enum Presence
{
    Away,
    Here,
    Left,
}
