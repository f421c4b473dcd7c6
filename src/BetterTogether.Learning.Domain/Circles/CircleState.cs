using System.Text.Json.Serialization;

namespace BetterTogether.Learning.Domain.Circles;

/// <summary>
/// All that is stored of a circle, as one plain value; what was typed or said is never in it. Immutable: whoever keeps an
/// earlier one can go back to it when a commit was lost. Times are UTC.
/// </summary>
/// <param name="Format">Its script, which changes with its plan alone and is written beside the state.</param>
public sealed record CircleState(Guid Id, string Title, [property: JsonIgnore] CircleFormat Format, int AgreementsVersion)
{
    public int Version { get; init; } = 1;
    /// <summary>When it is planned for; it may begin earlier or later.</summary>
    public DateTime? StartsAtUtc { get; init; }
    public CircleStatus Status { get; init; }
    [JsonIgnore]
    public bool IsOver => Status is CircleStatus.Closed or CircleStatus.Abandoned;
    /// <summary>It ended before it began.</summary>
    public bool CalledOff { get; init; }
    /// <summary>Paused by the facilitator's absence: their return, or a co-facilitator, resumes.</summary>
    public bool PausedByAbsence { get; init; }
    public int StageIndex { get; init; }
    public IReadOnlyList<GroupChoice> Chosen { get; init; } = [];
    public Round Round { get; init; } = Round.None;
    public Floor Floor { get; init; } = Floor.Free;
    /// <summary>In the order of the ring, which never changes.</summary>
    public IReadOnlyList<Seat> Seats { get; init; } = [];
    /// <summary>Seat ids, in the order in which they would take over.</summary>
    public IReadOnlyList<string> CoFacilitators { get; init; } = [];
    /// <summary>What the group added in the opening to how we will be together.</summary>
    public IReadOnlyList<string> Together { get; init; } = [];
    public IReadOnlyList<CircleAction> Actions { get; init; } = [];
    public IReadOnlyList<PrivateMessage> Messages { get; init; } = [];
    /// <summary>Turns that a facilitator ended, with the reason.</summary>
    public IReadOnlyList<EndedTurn> MovedOn { get; init; } = [];
    /// <summary>Numbers seats, turns, messages and actions.</summary>
    public int LastNumber { get; init; }
    /// <summary>How often words were typed: they are not here, but each time what is shown has changed.</summary>
    public int Typings { get; init; }
    /// <summary>Who began the last round that went round.</summary>
    public string? LastFirst { get; init; }
    /// <summary>Null again a few seconds later, or once the piece goes on.</summary>
    public DateTime? BellAtUtc { get; init; }
    /// <summary>Since when nobody is here.</summary>
    public DateTime? EmptySinceUtc { get; init; }
    /// <summary>Since when no facilitator or co-facilitator is here.</summary>
    public DateTime? UnledSinceUtc { get; init; }
}

/// <param name="Owner">A seat.</param>
/// <param name="ChecksIn">The seat of whoever asks how it went.</param>
public sealed record CircleAction(string Id, string Text, string Owner, DateOnly Due, string? ChecksIn = null);

/// <param name="By">The seat of the facilitator.</param>
public sealed record EndedTurn(string TurnId, string Seat, string By, string Reason);
