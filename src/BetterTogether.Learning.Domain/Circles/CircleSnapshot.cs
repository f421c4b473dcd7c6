using System.Text.Json.Serialization;

namespace BetterTogether.Learning.Domain.Circles;

/// <summary>Everything one person may see of a circle, and nothing more: a client rebuilds its room from any one of these. Times are UTC.</summary>
/// <param name="ServerTime">Clients count from it, corrected by their offset.</param>
/// <param name="Choices">What the group may choose now.</param>
/// <param name="Messages">Those this person sent, and those they were told.</param>
public sealed record CircleSnapshot(
    [property: JsonIgnore] SharedView Shared, DateTime ServerTime, FloorView Floor, IReadOnlyList<SeatView> Seats, YouView You, IReadOnlyList<string> Choices, IReadOnlyList<MessageView> Messages)
{
    public Guid CircleId => Shared.CircleId;
    public int Version => Shared.Version;
    public CircleStatus Status => Shared.Status;
    public string Title => Shared.Title;
    public string FormatTitle => Shared.FormatTitle;
    public int AgreementsVersion => Shared.AgreementsVersion;
    public IReadOnlyList<string> Together => Shared.Together;
    public StageView Stage => Shared.Stage;
    public IReadOnlyList<string> Stages => Shared.Stages;
    public RoundView Round => Shared.Round;
    public IReadOnlyList<string> Queue => Shared.Queue;
    public IReadOnlyList<CircleAction> Actions => Shared.Actions;
    public DateTime? BellAt => Shared.BellAt;
    public bool? CalledOff => Shared.CalledOff;
}

/// <summary>What everybody in a circle sees alike; in JSON it is no part of its own.</summary>
/// <param name="Together">Lines that were added in the opening to how we will be together.</param>
/// <param name="Queue">Who asked for the piece, next first.</param>
/// <param name="CalledOff">Over before it began.</param>
public sealed record SharedView(
    Guid CircleId, int Version, CircleStatus Status, string Title, string FormatTitle, int AgreementsVersion, IReadOnlyList<string> Together, StageView Stage, IReadOnlyList<string> Stages,
    RoundView Round, IReadOnlyList<string> Queue, IReadOnlyList<CircleAction> Actions, DateTime? BellAt, bool? CalledOff) : WrittenOnce;

public sealed record StageView(int Index, string Title, string Prompt, StageMode Mode, int SoftMinutes);

/// <param name="Done">The piece has been here, spoken or not.</param>
/// <param name="Next">Who is next, as the group sees it.</param>
public sealed record RoundView(int Number, string Prompt, IReadOnlyList<string> Order, IReadOnlyList<string> Done, string? Next, bool Finished);

/// <param name="AskedToMoveOn">To facilitators: whoever has the piece has been away for longer than the grace; wait, or move on.</param>
public sealed record FloorView(
    FloorState State, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? TurnId, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Holder,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? OfferedTo, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTime? StartedAt,
    long HeldMs, string? Text, DateTime? QuietUntil, bool? AskedToMoveOn);

/// <param name="Turns">As SpokenMs: to oneself and the facilitators alone.</param>
/// <param name="SteppedOut">As Turns; to the group somebody who stepped out is here.</param>
/// <param name="Agreed">To facilitators.</param>
/// <param name="MayDo">To facilitators, of somebody who shares a screen: what they may press for them.</param>
public sealed record SeatView(
    string SeatId, string Name, string? Pronouns, SeatRole Role, SeatKind Kind, Presence Presence, int? Turns, long? SpokenMs, bool? SteppedOut, bool? Agreed, IReadOnlyList<CommandKind>? MayDo) : WrittenOnce;

/// <param name="Deferred">The piece comes again at the end.</param>
public sealed record YouView(string SeatId, SeatRole Role, IReadOnlyList<CommandKind> MayDo, int? AgreedVersion, bool Passed, bool Deferred, bool SteppedOut);

/// <param name="Text">Only to those who were told, and only while it is kept.</param>
/// <param name="Mine">Sent by this person.</param>
public sealed record MessageView(
    string MessageId, MessageAbout About, string From, IReadOnlyList<string> To, bool DutyContactTold, DateTime SentAt, DateTime? SeenAt, bool Mine, HandOver? HandOver, string? Text);

/// <summary>The words the node keeps in memory: those of one turn, and of private messages by their id.</summary>
public sealed record CircleWords(string? TurnId, string? Text, IReadOnlyDictionary<string, string> Messages)
{
    public static readonly CircleWords None = new(null, null, new Dictionary<string, string>());
}
