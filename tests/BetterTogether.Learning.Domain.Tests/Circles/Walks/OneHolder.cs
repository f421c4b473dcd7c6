using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Domain.Tests.Circles.Walks;

/// <summary>1. At most one holder; holder and offered-to have agreed and are not out.</summary>
internal sealed class OneHolder : Invariant
{
    public override void Look(Step step)
    {
        var floor = step.After.Floor;
        Demand(floor.State == FloorState.Idle == floor.SeatId is null, "The floor is idle and somebody has it, or the other way round");
        Demand(floor.SeatId is null == floor.TurnId is null, "Somebody has the piece without a turn");
        if (floor.SeatId is null) { return; }
        var seat = step.Is(floor.SeatId);
        Demand(seat is { AgreedVersion: not null, SteppedOut: false, AskedToLeave: false } && seat.Presence != Presence.Left, "Who has the piece has not agreed, or is out");
        var seen = step.Seen.Floor;
        Demand(seen.Holder is null || seen.OfferedTo is null, "The piece is held and offered at once");
    }
}
