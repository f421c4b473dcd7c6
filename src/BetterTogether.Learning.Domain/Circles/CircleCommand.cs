namespace BetterTogether.Learning.Domain.Circles;

/// <summary>What somebody asks of a circle. On the wire <c>{ id, kind, turnId?, stageIndex?, round?, for?, ...fields }</c>; a kind is the record's name in camelCase.</summary>
public abstract record CircleCommand
{
    /// <summary>Chosen by the client, at most 64 characters; a second command with it changes nothing.</summary>
    public required string Id { get; init; }

    /// <summary>The turn that is meant. Where it is no longer the turn on the floor, nothing changes.</summary>
    public string? TurnId { get; init; }

    /// <summary>The stage a facilitator goes on from, or in. Where the circle is in another one by now, nothing changes.</summary>
    public int? StageIndex { get; init; }

    /// <summary>The number of the round in that stage. Where it is another one by now, nothing changes.</summary>
    public int? Round { get; init; }

    /// <summary>A facilitator presses for this seat of somebody who shares a screen.</summary>
    public string? For { get; init; }

    public CommandKind Kind => CommandKinds.Of(this);

    public sealed record Open : CircleCommand;
    public sealed record Consent(int AgreementsVersion) : CircleCommand;
    public sealed record Start : CircleCommand;
    public sealed record Offer(string To) : CircleCommand;
    public sealed record Accept : CircleCommand;
    public sealed record Release(string? To = null) : CircleCommand;
    public sealed record Pass : CircleCommand;
    public sealed record Defer : CircleCommand;
    public sealed record Take : CircleCommand;
    public sealed record Type(string Text) : CircleCommand;
    public sealed record Silence : CircleCommand;
    public sealed record Resume : CircleCommand;
    public sealed record Bell : CircleCommand;
    public sealed record MoveOn(string Reason) : CircleCommand;
    public sealed record Reorder(IReadOnlyList<string> Order) : CircleCommand;
    public sealed record NextRound(string? Prompt = null) : CircleCommand;
    public sealed record NextStage : CircleCommand;

    /// <param name="What">nothingMore, responseRound or actions; secondTurns once "Anyone who has not spoken?" was asked.</param>
    public sealed record Choose(string What) : CircleCommand;
    public sealed record Pause : CircleCommand;
    public sealed record Hold : CircleCommand;
    public sealed record Close(bool Confirmed = false) : CircleCommand;
    public sealed record AskToLeave(string SeatId) : CircleCommand;
    public sealed record MakeCoFacilitator(string SeatId) : CircleCommand;
    public sealed record StepOut : CircleCommand;
    public sealed record Return : CircleCommand;

    /// <param name="To">The seat of a facilitator; "facilitator" (also when left out), "coFacilitator", or "outside": the duty contact and no facilitator.</param>
    public sealed record Tell(MessageAbout? About, string Text, string? To = null) : CircleCommand;

    /// <param name="Owner">A seat.</param>
    public sealed record Action(string Text, string Owner, DateOnly Due, string? ChecksIn = null) : CircleCommand;

    /// <summary>A line for how we will be together, agreed in the room and written down by a facilitator.</summary>
    public sealed record AddAgreement(string Text) : CircleCommand;

    /// <summary>Whoever was told has the message before their eyes: it is passed on to nobody else.</summary>
    public sealed record Seen(string MessageId) : CircleCommand;

    /// <param name="CarriedBy">A seat; whoever sends this unless said otherwise.</param>
    public sealed record HandOver(string MessageId, string? CarriedBy = null, string? ToldWhom = null, string? CaseReference = null, bool Recorded = false) : CircleCommand;
}
