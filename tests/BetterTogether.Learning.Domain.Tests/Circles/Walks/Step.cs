using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Domain.Tests.Circles.Walks;

/// <summary>One decision of a walk.</summary>
/// <param name="What">The command's kind, or Come, Drop, Leave, Tick, Admit, Voice.</param>
/// <param name="IsRepeated">The command had been delivered before.</param>
/// <param name="Person">Whose doing it is; -1 for the clock's.</param>
/// <param name="Circle">As it is after the decision.</param>
/// <param name="BeforeUtc">Since when <paramref name="Before"/> was the state.</param>
internal sealed record Step(
    string What, int Person, CircleCommand? Command, CircleAnswer Answer, CircleState Before, CircleState After, Circle Circle,
    bool IsRepeated, IReadOnlyList<Guid> People, DateTime BeforeUtc, DateTime NowUtc)
{
    public string SeatId { get; } = Person < 0 ? "" : After.Seats.FirstOrDefault(s => s.PersonId == People[Person])?.Id ?? "";

    public bool Changed => Answer.Changed;

    /// <summary>What the facilitator sees afterwards.</summary>
    public CircleSnapshot Seen => Circle.For(After.Seats.First(s => s.Role == SeatRole.Facilitator).PersonId!.Value, NowUtc).Value;

    /// <summary>The seat whose turn this decision ended.</summary>
    public string? Ended => Holds(Before.Floor) && Before.Floor.TurnId != After.Floor.TurnId ? Before.Floor.SeatId : null;

    /// <summary>That turn is not over: it comes again at the end, for the first and only time.</summary>
    public bool IsPutOff => (What is "Defer" or "StepOut" or "Tick" || (What == "MoveOn" && Before.Floor.State == FloorState.HolderAway)) && !Before.Round.AskedAgain.Contains(Before.Floor.SeatId!);

    public Stage Stage => After.Format.Stages[After.StageIndex];

    /// <summary>Another round or stage than before.</summary>
    public bool NewRound => Before.StageIndex != After.StageIndex || Before.Round.Number != After.Round.Number;

    /// <summary>The turn that was granted or offered by this decision.</summary>
    public string? NewTurn => After.Floor.TurnId is { } turn && turn != Before.Floor.TurnId ? turn : null;

    public Seat Was(string seatId) => Before.Seats.First(s => s.Id == seatId);

    public Seat Is(string seatId) => After.Seats.First(s => s.Id == seatId);

    public static bool Holds(Floor floor) => floor.State is FloorState.Holding or FloorState.Silence or FloorState.HolderAway;

    /// <summary>Could have the piece now, by the words of the design: agreed, here, not out, and somebody who speaks in this stage.</summary>
    public static bool CouldSpeak(CircleState state, Seat seat) =>
        seat is { AgreedVersion: not null, Presence: Presence.Here, SteppedOut: false } && Speaks(state.Format.Stages[state.StageIndex], seat.Role);

    public static bool Speaks(Stage stage, SeatRole role) => (stage.Mode, stage.Speakers, role) switch
    {
        (StageMode.Silent, _, _) or (_, _, SeatRole.Support) => false,
        (StageMode.BringerOnly, _, _) => role == SeatRole.Bringer,
        (_, Speakers.Listener, _) => role == SeatRole.Listener,
        (_, _, SeatRole.Listener) => false,
        (_, Speakers.AllButBringer, _) => role != SeatRole.Bringer,
        (_, Speakers.Facilitators, _) => role is SeatRole.Facilitator or SeatRole.CoFacilitator,
        _ => true,
    };

    public static bool GoesRound(Stage stage) => stage.Mode is StageMode.Sequential or StageMode.Text or StageMode.BringerOnly;
}
