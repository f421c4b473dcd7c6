using System.Globalization;
using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Features.Circles.Papers;

namespace BetterTogether.Learning.Web.Features.Circles.Rooms;

public enum RoomPart
{
    Door,
    Waiting,
    Circle,
    After,
}

/// <summary>The room as one person sees it at one version.</summary>
public sealed record RoomView(CircleSnapshot Circle, CircleFacts Facts, Agreements Agreements, CircleOptions Settings)
{
    /// <summary>Only once the circle is over, and where enough people had a place.</summary>
    public FeedbackView? Feedback { get; init; }
    public LeaderAnswer? Answer { get; init; }
    public SupervisionRecord? Record { get; init; }

    /// <summary>Words that were refused, to be put back where they were typed.</summary>
    public string? Typed { get; init; }

    /// <summary>What was refused: its form stays as it was filled in.</summary>
    public CircleCommand? Refused { get; init; }

    /// <summary>A question drawn from the bank for the next round.</summary>
    public string? Drawn { get; init; }

    public SafetyOptions Safety => Settings.Safety;

    public NextThing Next => NextThing.Of(Circle);

    public RoomRing Ring => new(Circle);

    public bool Facilitates => Circle.IsFacilitator();

    public string ServerTime => Circle.ServerTime.ToString("O", CultureInfo.InvariantCulture);

    public RoomPart At => PartOf(Circle);

    public static RoomPart PartOf(CircleSnapshot circle) => circle.Status switch
    {
        CircleStatus.Closed or CircleStatus.Abandoned => RoomPart.After,
        _ when circle.You.AgreedVersion is null && circle.May(CommandKind.Consent) => RoomPart.Door,
        CircleStatus.Draft or CircleStatus.Lobby => RoomPart.Waiting,
        _ => RoomPart.Circle,
    };

    public bool HasPassed => Circle.Status.HasPassed(Period, Circle.ServerTime);

    /// <summary>What is going on, in one or two sentences: to be seen, to be heard, and on the shared screen.</summary>
    public string Says => HasPassed ? "The time of this circle has passed, and it did not begin." : Circle.Says();

    /// <summary>Something was added to how we will be together since this person agreed.</summary>
    public bool AskAgain => Circle.You.AgreedVersion is not null && Circle.May(CommandKind.Consent);

    public IEnumerable<SeatView> Leading => Circle.Seats.Where(s => s.Role is SeatRole.Facilitator or SeatRole.CoFacilitator);

    public string LeadingNames => string.Join(" or ", Leading.Where(s => s.SeatId != Circle.You.SeatId).Select(s => s.Name)) is { Length: > 0 } names ? names : "whoever facilitates with you";

    /// <summary>Soft minutes of one turn, where the piece goes round; 0: the part has its time as a whole.</summary>
    public int TurnMinutes => Circle.Stage.Mode.GoesRound() ? Circle.Stage.SoftMinutes : 0;

    public string Facilitators => string.Join(" and ", Leading.Select(s => s.SeatId == Circle.You.SeatId ? "you" : RoomNames.First(s.Name))) is { Length: > 0 } names ? $"facilitated by {names}" : "";

    /// <summary>Those with a turn of their own to come or behind them, in the order in which the piece goes; else in the order of the ring.</summary>
    public IEnumerable<SeatView> Line => (Circle.Stage.Mode.GoesRound() && Circle.Round.Order.Count > 0
        ? Circle.Round.Order.Select(Circle.Seat).OfType<SeatView>()
        : Circle.Seats.OrderBy(s => Circle.Queue.ToList().IndexOf(s.SeatId) is var at and >= 0 ? at : int.MaxValue)).Where(s => s.Presence != Presence.Left);

    public IEnumerable<SeatView> NotSpoken => Circle.Seats.Where(s => s.Turns == 0 && s.Presence != Presence.Left && s.Role is not (SeatRole.Listener or SeatRole.Support));

    /// <summary>The places the piece has not been offered to, in their order; a facilitator may change it.</summary>
    public IReadOnlyList<string> Changeable => [.. Circle.Round.Order.Where(s => !Circle.Round.Done.Contains(s) && s != Circle.Floor.Holder && s != Circle.Floor.OfferedTo)];

    /// <summary>The order with this place one earlier; null where nothing may be moved.</summary>
    public (string Name, string Value)[]? Earlier(string seatId)
    {
        var order = Changeable.ToList();
        var at = order.IndexOf(seatId);
        if (at < 1 || !Circle.May(CommandKind.Reorder)) { return null; }
        (order[at - 1], order[at]) = (order[at], order[at - 1]);
        return [.. order.Select(seat => ("order", seat))];
    }

    /// <summary>Everybody else who is here.</summary>
    public IEnumerable<SeatView> Others => Circle.Seats.Where(s => s.SeatId != Circle.You.SeatId && s.Presence != Presence.Left);

    public string When => Period.ToString();

    public CommandForm Command(CommandKind kind, string words, string css = "bt-button bt-button--quiet", params (string Name, string Value)[] fields) =>
        new(kind, words, IsAboutATurn(kind) ? Circle.Floor.TurnId : null, kind.MeansARound() ? Circle.Stage.Index : null, kind.MeansARound() ? Circle.Round.Number : null, css, fields);

    private static bool IsAboutATurn(CommandKind kind) => kind is CommandKind.Accept or CommandKind.Release or CommandKind.Defer or CommandKind.Silence or CommandKind.Resume or CommandKind.Type or CommandKind.MoveOn;

    private Period Period => Circle.Status.When(Facts.Planned, Facts.Dates, Circle.ServerTime);
}
