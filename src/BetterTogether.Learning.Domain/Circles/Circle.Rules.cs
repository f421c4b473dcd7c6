using System.Collections.Frozen;
using BetterTogether.Learning.Domain.Shared;
using static BetterTogether.Learning.Domain.Circles.CircleStatus;
using Kind = BetterTogether.Learning.Domain.Circles.CommandKind;

namespace BetterTogether.Learning.Domain.Circles;

/// <summary>What each seat may do now. One table answers both the command and the list of what may be done.</summary>
public sealed partial class Circle
{
    private static readonly Kind[] Kinds = Enum.GetValues<Kind>();

    private static readonly FrozenSet<Kind> ForFacilitators =
    [
        Kind.Open, Kind.Start, Kind.Close, Kind.AddAgreement, Kind.MakeCoFacilitator, Kind.AskToLeave, Kind.Pause, Kind.Hold,
        Kind.Offer, Kind.MoveOn, Kind.Reorder, Kind.NextRound, Kind.NextStage, Kind.Choose,
    ];

    private static readonly Kind[] ForAll = Array.FindAll(Kinds, kind => !ForFacilitators.Contains(kind));

    private bool Runs => state.Status == Running;

    private bool HasBegun => state.Status is Running or Paused or Held;

    private Kind[] MayDo(Seat seat)
    {
        Span<Kind> may = stackalloc Kind[Kinds.Length];
        var count = 0;
        foreach (var kind in seat.Facilitates ? Kinds : ForAll) { if (!IsSoAlready(kind, seat) && WhyNot(kind, seat) is null) { may[count++] = kind; } }
        return may[..count].ToArray();
    }

    private bool IsEnding => state.Status is Closing or Closed or Abandoned;

    private Refusal? WhyNot(Kind kind, Seat seat) => IsEnding
        ? kind is Kind.Action or Kind.Seen or Kind.HandOver ? null : new CircleIsClosed()
        : ForFacilitators.Contains(kind) && Leads(seat) is { } no ? no
        : kind switch
        {
            Kind.Start => CanStart(seat),
            Kind.Pause or Kind.Hold => Begun(),
            Kind.Offer => Going() ?? NotSilent() ?? (state.Floor.IsIdle ? null : new PieceIsOut()),
            Kind.MoveOn => Going() ?? (state.Floor.IsIdle ? new NobodyHasThePiece() : null),
            Kind.Reorder => Begun() ?? (Stage.GoesRound ? null : new NotRoundTheCircle()),
            Kind.NextRound => Going() ?? FloorIsFreeFor(seat) ?? NotSilent(),
            Kind.NextStage => Going() ?? FloorIsFreeFor(seat) ?? (StageAfter(state.StageIndex) is null ? new LastStage() : null),
            Kind.Choose => Going() ?? (CanChoose.Count == 0 ? new NoSuchChoice() : null),
            Kind.Accept => Going() ?? (state.Floor.OfferedTo == seat.Id ? CanHold(seat) : new NotOffered()),
            Kind.Release or Kind.Type => Going() ?? Holds(seat),
            Kind.Silence => Going() ?? Holds(seat) ?? Here(seat),
            Kind.Defer => Going() ?? (state.Floor.SeatId != seat.Id ? new NotYourTurn() : state.Round.AskedAgain.Contains(seat.Id) ? new AskedTwice() : null),
            Kind.Pass => Begun() ?? Agreed(seat) ?? Speaks(seat) ?? (state.Floor.SeatId == seat.Id ? Going() : null),
            Kind.Take => Going() ?? CanHold(seat) ?? CanTake(seat),
            Kind.Resume => Begun() ?? (Runs ? Holds(seat) : Leads(seat) ?? IsAskedToTakeOver(seat)) ?? Here(seat),
            Kind.Bell => Going() ?? Agreed(seat),
            Kind.StepOut or Kind.Return => Agreed(seat),
            Kind.Action => Agreed(seat),
            _ => null,
        };

    /// <summary>What is asked is so already: a second click is accepted and changes nothing.</summary>
    private bool IsSoAlready(Kind kind, Seat seat) => (!IsEnding || kind == Kind.Close) && kind switch
    {
        Kind.Open => seat.Facilitates && state.Status != Draft,
        Kind.Start => seat.Facilitates && HasBegun,
        Kind.Consent => seat.AgreedVersion == state.AgreementsVersion,
        Kind.Accept => state.Floor.Holder == seat.Id,
        Kind.Take => state.Floor.Holder == seat.Id || state.Round.Queue.Contains(seat.Id),
        Kind.Silence => state.Floor.State == FloorState.Silence && state.Floor.SeatId == seat.Id,
        Kind.Resume => Runs && (state.Floor.SeatId == seat.Id ? state.Floor.State == FloorState.Holding : seat.Facilitates),
        Kind.Pass => state.Floor.SeatId != seat.Id && (state.Round.Passed.Contains(seat.Id) || HasHadTheirTime(seat)),
        Kind.Pause => seat.Facilitates && state.Status == Paused,
        Kind.Hold => seat.Facilitates && state.Status == Held,
        Kind.Close => seat.Facilitates && state.Status == Closing,
        Kind.StepOut => seat.SteppedOut,
        Kind.Return => !seat.SteppedOut,
        _ => false,
    };

    private bool HasHadTheirTime(Seat seat) =>
        Stage.GoesRound && state.Round.Reached.Contains(seat.Id) && !state.Round.Deferred.Contains(seat.Id);

    private static Refusal? Leads(Seat seat) => seat.Facilitates ? null : new FacilitatorsOnly();

    private static Refusal? Agreed(Seat seat) => seat.HasAgreed ? null : new NotAgreed();

    private static Refusal? Here(Seat seat) => seat.IsHere ? null : new NotHere();

    private Refusal? Begun() => HasBegun ? null : new NotRunning();

    private Refusal? Going() => Begun() ?? (Runs ? null : new OnABreak());

    private Refusal? CanStart(Seat seat) => state.Status == Draft ? new NotOpen() : Agreed(seat) ?? Here(seat)
        ?? (state.Format.NeedsBringer && !state.Seats.Any(s => s.Role == SeatRole.Bringer) ? new BringerNeeded() : null);

    private Refusal? NotSilent() => Stage.Mode == StageMode.Silent ? new EveryoneIsSilent() : null;

    private Refusal? Speaks(Seat seat) => NotSilent() ?? (Stage.Lets(seat.Role) ? null : new ListeningNow());

    /// <summary>Whether this seat could hold the piece now: agreed, here, not stepped out, and not one that listens.</summary>
    private Refusal? CanHold(Seat seat) =>
        Agreed(seat) ?? (seat.SteppedOut ? new SteppedOutNow() : Here(seat)) ?? Speaks(seat);

    private bool IsReady(Seat seat) => CanHold(seat) is null;

    private Refusal? CanTake(Seat seat)
    {
        if (Stage.IsForWhoeverIsReady || state.Floor.OfferedTo == seat.Id) { return null; }
        if (!state.Round.Begun) { return state.Floor.IsIdle ? MayBegin(seat) : new PieceIsOut(); }
        return state.Round.Passed.Contains(seat.Id) && !state.Round.Finished ? null : new RoundTheCircle();
    }

    private Refusal? MayBegin(Seat seat) =>
        Stage.ManagersLast && seat.ManagesSomebodyHere && state.Seats.Any(s => !s.ManagesSomebodyHere && IsReady(s)) ? new ManagersSpeakLast() : null;

    // Their own turn a facilitator ends by going on; somebody else's only with a reason.
    private Refusal? FloorIsFreeFor(Seat seat) => state.Floor.Holder is { } holder && holder != seat.Id ? new SomebodyHasThePiece() : null;

    private Refusal? Holds(Seat seat) => state.Floor.Holder == seat.Id ? null : new NotYourTurn();

    private Refusal? IsAskedToTakeOver(Seat seat)
    {
        var asked = Facilitator.IsHere ? seat.Id : state.CoFacilitators.FirstOrDefault(id => The(id).IsHere);
        return seat.Role == SeatRole.Facilitator || asked is null || asked == seat.Id ? null : new NotAsked();
    }
}
