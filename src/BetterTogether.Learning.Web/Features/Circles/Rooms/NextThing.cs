using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Web.Features.Circles.Rooms;

/// <summary>The one big button: always the next right thing, or the words of what one waits for.</summary>
/// <param name="Kind">Null where there is nothing to press.</param>
public sealed record NextThing(CommandKind? Kind, string Words)
{
    public static NextThing Of(CircleSnapshot circle)
    {
        var (floor, me) = (circle.Floor, circle.You);
        if (circle.Status == CircleStatus.Closing) { return new(null, circle.AwaitedOfMe().Any() ? "Your hand-over is awaited" : "You can go now"); }
        if (me.SteppedOut) { return new(CommandKind.Return, "Come back in"); }
        if (circle.Status == CircleStatus.Draft) { return circle.May(CommandKind.Open) ? new(CommandKind.Open, "Open the waiting room") : new(null, "We begin soon"); }
        if (circle.Status is CircleStatus.Paused or CircleStatus.Held) { return circle.May(CommandKind.Resume) ? new(CommandKind.Resume, "Go on with the circle") : new(null, circle.Status == CircleStatus.Held ? "We are taking a break" : "The circle is paused"); }
        if (circle.Status != CircleStatus.Running) { return new(null, "We begin soon"); }
        if (floor.OfferedTo == me.SeatId && circle.May(CommandKind.Accept)) { return new(CommandKind.Accept, "Take the piece"); }
        if (floor.Holder == me.SeatId)
        {
            return floor.State == FloorState.Holding ? new(CommandKind.Release, circle.Stage.Mode.GoesRound() ? "Pass the piece on" : "Put the piece down") : new(CommandKind.Resume, "Go on");
        }
        if (circle.Queue.Contains(me.SeatId)) { return new(null, circle.NextUp() == me.SeatId ? "You are next. Take your time." : "You asked for the piece. It comes to you."); }
        if (circle.May(CommandKind.Take)) { return new(CommandKind.Take, floor.State == FloorState.Idle ? "Take the piece" : "Ask for the piece"); }
        if (circle.NextUp() == me.SeatId) { return new(null, "You are next. Take your time."); }
        return circle.Round.Finished && circle.Choices.Count == 0 && circle.May(CommandKind.NextStage) ? new(CommandKind.NextStage, "Go on to the next part") : new(null, "Listening");
    }
}
