using System.Text.Json.Serialization;

namespace BetterTogether.Learning.Domain.Circles;

/// <summary>A circle's script. Data, so that the desk can copy and change it; a circle keeps the copy it was planned with.</summary>
/// <param name="Key">camelCase, as the API names it; a changed copy has a key of its own.</param>
/// <param name="GroupSupervision">Work with a child: it ends with a record that the bringer copies to the child's record.</param>
public sealed record CircleFormat(string Key, string Title, string Summary, IReadOnlyList<Stage> Stages, bool GroupSupervision = false)
{
    [JsonIgnore]
    public bool NeedsBringer => Stages.Any(s => s.Mode == StageMode.BringerOnly);
}

/// <param name="Minutes">Soft: the room shows them, nobody is cut off.</param>
public sealed record Stage(string Title, string Prompt, StageMode Mode, int Minutes)
{
    public Speakers Speakers { get; init; } = Speakers.Everyone;
    public Begins Begins { get; init; } = Begins.NextSeat;
    public Direction Direction { get; init; } = Direction.Clockwise;
    /// <summary>Whoever manages somebody in this circle speaks after those who do not.</summary>
    public bool ManagersLast { get; init; }
    /// <summary>Quiet between one turn and the offer of the next; 0 is none.</summary>
    public int SilenceSeconds { get; init; }
    public StageExit Exit { get; init; } = StageExit.NextStage;
    /// <summary>Entered only when the group chose it; null: always.</summary>
    public GroupChoice? OnChoice { get; init; }

    /// <summary>The piece goes from seat to seat; otherwise it goes to whoever is ready, or lies still.</summary>
    internal bool GoesRound => Mode is StageMode.Sequential or StageMode.Text or StageMode.BringerOnly;

    internal bool IsForWhoeverIsReady => Mode is StageMode.Popcorn or StageMode.Open;

    /// <summary>Whether this role may hold the piece in this stage.</summary>
    internal bool Lets(SeatRole role) => role != SeatRole.Support && Mode switch
    {
        StageMode.Silent => false,
        StageMode.BringerOnly => role == SeatRole.Bringer,
        _ => Speakers switch
        {
            Speakers.AllButBringer => role is not (SeatRole.Bringer or SeatRole.Listener),
            Speakers.Facilitators => role is SeatRole.Facilitator or SeatRole.CoFacilitator,
            Speakers.Listener => role == SeatRole.Listener,
            _ => role != SeatRole.Listener,
        },
    };
}

public enum StageMode
{
    /// <summary>Round the circle.</summary>
    Sequential,
    /// <summary>Whoever is ready, those who have not spoken first.</summary>
    Popcorn,
    /// <summary>Whoever is ready, as often as they like.</summary>
    Open,
    Silent,
    BringerOnly,
    /// <summary>Round the circle, in writing.</summary>
    Text,
}

/// <summary>A listener is never among everyone: they may only welcome and thank.</summary>
public enum Speakers
{
    Everyone,
    AllButBringer,
    Facilitators,
    Listener,
}

/// <summary>Who has the piece first in a round; further rounds of a stage that began with the facilitator begin a seat on.</summary>
public enum Begins
{
    /// <summary>The seat after the one that began the round before.</summary>
    NextSeat,
    Facilitator,
    /// <summary>Idle until the first take or offer, and round from there.</summary>
    Volunteer,
}

public enum Direction
{
    Clockwise,
    Anticlockwise,
}

public enum StageExit
{
    NextStage,
    /// <summary>The group says what follows; going on without a choice is "nothing more".</summary>
    GroupChoice,
}

public enum GroupChoice
{
    NothingMore,
    ResponseRound,
    Actions,
}
