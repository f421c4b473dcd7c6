namespace BetterTogether.Learning.Domain.Circles;

/// <summary>Where the piece is. Times are UTC; time counts only while somebody holds it, and only here on the server.</summary>
public sealed record Floor
{
    public static readonly Floor Free = new();

    public FloorState State { get; init; }
    public string? TurnId { get; init; }
    /// <summary>Who holds the piece or is offered it.</summary>
    public string? SeatId { get; init; }
    public DateTime? StartedAtUtc { get; init; }
    /// <summary>Since when the clock runs; null while it rests.</summary>
    public DateTime? RunsSinceUtc { get; init; }
    /// <summary>What the clock counted before it last began to run.</summary>
    public long CountedMs { get; init; }
    /// <summary>Since when whoever holds the piece, or is offered it, is away.</summary>
    public DateTime? AwaySinceUtc { get; init; }
    /// <summary>The grace is over, and the facilitator is asked: wait, or move on.</summary>
    public bool FacilitatorAsked { get; init; }
    /// <summary>Quiet between two turns.</summary>
    public DateTime? QuietUntilUtc { get; init; }

    internal bool IsIdle => State == FloorState.Idle;
    internal bool IsHeld => State is FloorState.Holding or FloorState.Silence or FloorState.HolderAway;
    internal string? Holder => IsHeld ? SeatId : null;
    internal string? OfferedTo => State == FloorState.Offered ? SeatId : null;

    internal static Floor OfferedAs(string turnId, string seatId) => new() { State = FloorState.Offered, TurnId = turnId, SeatId = seatId };

    internal Floor HeldFrom(DateTime nowUtc) => this with { State = FloorState.Holding, StartedAtUtc = nowUtc, RunsSinceUtc = nowUtc };

    internal Floor InSilence(DateTime nowUtc) => Resting(nowUtc) with { State = FloorState.Silence };

    internal Floor Resumed(DateTime nowUtc) => this with { State = FloorState.Holding, RunsSinceUtc = nowUtc };

    internal Floor Resting(DateTime nowUtc) => RunsSinceUtc is null ? this : this with { RunsSinceUtc = null, CountedMs = HeldMs(nowUtc) };

    internal Floor LeftAlone(DateTime nowUtc) =>
        Resting(nowUtc) with { State = IsHeld ? FloorState.HolderAway : State, AwaySinceUtc = nowUtc };

    internal Floor Rejoined() =>
        this with { State = State == FloorState.HolderAway ? FloorState.Holding : State, AwaySinceUtc = null, FacilitatorAsked = false };

    // Clocks of two nodes may differ a little; time never runs backwards.
    internal long HeldMs(DateTime nowUtc) => CountedMs + (RunsSinceUtc is { } since && nowUtc > since ? (long)(nowUtc - since).TotalMilliseconds : 0);
}
