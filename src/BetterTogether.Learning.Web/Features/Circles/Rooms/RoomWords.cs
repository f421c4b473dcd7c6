using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Web.Features.Circles.Rooms;

/// <summary>The room in sentences: what is to be seen, and what a screen reader is told of it. The one place where these words are made.</summary>
public static class RoomWords
{
    public static SeatView? Seat(this CircleSnapshot circle, string? seatId) => circle.Seats.FirstOrDefault(s => s.SeatId == seatId);

    public static string Name(this CircleSnapshot circle, string? seatId) => RoomNames.First(circle.Seat(seatId)?.Name ?? "Somebody");

    public static bool May(this CircleSnapshot circle, CommandKind kind) => circle.You.MayDo.Contains(kind);

    public static bool IsMyTurn(this CircleSnapshot circle) => circle.Status == CircleStatus.Running && (circle.Floor.OfferedTo ?? circle.Floor.Holder) == circle.You.SeatId;

    /// <summary>Whose turn comes after this one; null where nobody's does.</summary>
    public static string? NextUp(this CircleSnapshot circle) =>
        circle.Status == CircleStatus.Running && circle.Round.Next is { } next && next != circle.Floor.OfferedTo ? next : null;

    public static bool GoesRound(this StageMode mode) => mode is StageMode.Sequential or StageMode.Text or StageMode.BringerOnly;

    public static bool IsFacilitator(this CircleSnapshot circle) => circle.You.Role is SeatRole.Facilitator or SeatRole.CoFacilitator;

    /// <summary>What is going on, in one or two sentences.</summary>
    public static string Says(this CircleSnapshot circle) => circle.Status switch
    {
        CircleStatus.Draft => "The waiting room is not open yet.",
        CircleStatus.Lobby => "You are in the waiting room. We begin soon.",
        CircleStatus.Paused => "The circle is paused. Everything keeps its place.",
        CircleStatus.Held => "We are taking a break.",
        CircleStatus.Closing when circle.AwaitedOfMe().Any() => "The circle is closing. It waits for a hand-over.",
        CircleStatus.Closing => "The circle is over. Thank you for being here.",
        CircleStatus.Closed or CircleStatus.Abandoned when circle.CalledOff == true => "This circle did not take place.",
        CircleStatus.Closed => "The circle is closed. Thank you for being here.",
        CircleStatus.Abandoned => "This circle ended, because nobody was here.",
        _ => string.Join(' ', new[] { circle.BellSays(), circle.Piece(), circle.TurnSays() }.Where(s => s.Length > 0)),
    };

    /// <summary>Worries about safety that hold up the close: whoever reads this was told, and nobody says yet who carries them.</summary>
    public static IEnumerable<MessageView> AwaitedOfMe(this CircleSnapshot circle) =>
        circle.Status == CircleStatus.Closing ? circle.Messages.Where(m => m is { About: MessageAbout.Safety, Mine: false, HandOver: null }) : [];

    /// <summary>What concerns my own turn; empty where nothing does. The others see whoever passed or stepped out named like anybody else; they themselves know better.</summary>
    public static string TurnSays(this CircleSnapshot circle) =>
        circle.NextUp() == circle.You.SeatId && !circle.IsMyTurn() && circle.You is { Passed: false, SteppedOut: false } ? "You are next. Take your time." : "";

    private static string BellSays(this CircleSnapshot circle) => circle.BellAt is null ? "" : "The bell was rung. Let us breathe, and then go on.";

    /// <summary>Where the piece is.</summary>
    private static string Piece(this CircleSnapshot circle)
    {
        var me = circle.You.SeatId;
        return circle.Floor.State switch
        {
            FloorState.Offered when circle.Floor.OfferedTo == me => "The piece comes to you. Take your time.",
            FloorState.Offered => $"The piece comes to {circle.Name(circle.Floor.OfferedTo)}.",
            FloorState.Holding when circle.Floor.Holder == me => "You have the piece.",
            FloorState.Holding => $"{circle.Name(circle.Floor.Holder)} has the piece.",
            FloorState.Silence when circle.Floor.Holder == me => "You have the piece, in silence.",
            FloorState.Silence => $"{circle.Name(circle.Floor.Holder)} has the piece, in silence.",
            FloorState.HolderAway when circle.Floor.Holder == me => "You have the piece. It waited for you.",
            FloorState.HolderAway => $"{circle.Name(circle.Floor.Holder)} lost the connection. The piece waits for them.",
            _ when circle.Floor.QuietUntil is not null => "A moment of quiet before the piece goes on.",
            _ when circle.Round.Finished => "The piece has been all the way round.",
            _ when circle.Stage.Mode == StageMode.Silent => "A time of quiet, for everybody.",
            _ when circle.Stage.Mode.GoesRound() => "The piece lies in the middle. Whoever would like to begin takes it; then it goes round the circle.",
            _ => "The piece lies in the middle, for whoever is ready.",
        };
    }

    /// <summary>The picture of the ring for those who do not see it.</summary>
    public static string Picture(this CircleSnapshot circle)
    {
        var count = circle.Seats.Count(s => s.Presence != Presence.Left);
        return $"{count} places in a circle.";
    }

    public static string Words(this SeatRole role) => role switch
    {
        SeatRole.Facilitator => "facilitator",
        SeatRole.CoFacilitator => "co-facilitator",
        SeatRole.Bringer => "brings the question",
        SeatRole.Listener => "listens",
        SeatRole.Support => "supports",
        _ => "",
    };

    public static string Words(this StageMode mode) => mode switch
    {
        StageMode.Sequential => "round the circle",
        StageMode.Popcorn => "whoever is ready",
        StageMode.Open => "whoever is ready, more than once",
        StageMode.Silent => "quiet",
        StageMode.BringerOnly => "whoever brought the question",
        _ => "round the circle, in writing",
    };

    public static string Words(this CircleStatus status) => status switch
    {
        CircleStatus.Draft => "Planned",
        CircleStatus.Lobby => "Waiting room open",
        CircleStatus.Running => "Going on now",
        CircleStatus.Paused or CircleStatus.Held => "On a break",
        CircleStatus.Closing => "Closing",
        CircleStatus.Closed => "Closed",
        _ => "Ended",
    };

    public static string Words(this Heard heard) => heard switch
    {
        Heard.Yes => "Yes",
        Heard.Partly => "Partly",
        _ => "Not this time",
    };

    /// <summary>What the group may choose, as a facilitator presses it.</summary>
    public static string Choice(string what) => what switch
    {
        "responseRound" => "A round: what stayed with me",
        "actions" => "Agree actions",
        "secondTurns" => "Ask: anyone who has not spoken?",
        _ => "Nothing more",
    };

    /// <summary>For facilitators: how often and how long somebody spoke.</summary>
    public static string Spoken(SeatView seat)
    {
        var seconds = (seat.SpokenMs ?? 0) / 1000;
        return seat.Turns is not > 0 ? "not spoken yet" : $"{seat.Turns} {(seat.Turns == 1 ? "turn" : "turns")}, {seconds / 60}:{seconds % 60:00} minutes";
    }
}
