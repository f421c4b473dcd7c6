using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Circles;

/// <summary>From a command to its verb.</summary>
public sealed partial class Circle
{
    private Refusal? Apply(Seat me, CircleCommand command)
    {
        var seat = me;
        if (command.For is { } id)
        {
            if (!me.Facilitates) { return new FacilitatorsOnly(); }
            if (Find(id) is not { Kind: SeatKind.InPerson, AskedToLeave: false } shared || !IsPressedFor(command.Kind)) { return new SeatNotFound(); }
            seat = shared;
        }
        if (HasBegun && IsStale(command)) { return new StaleTurn(); }
        if (HasBegun && IsOfAnotherRound(command)) { return new StaleStage(); }
        return IsSoAlready(command.Kind, seat) ? null : WhyNot(command.Kind, seat) ?? Do(seat, command);
    }

    private bool IsStale(CircleCommand command) => command.TurnId is { } turn && turn != state.Floor.TurnId && MeansATurn(command.Kind);

    private static bool MeansATurn(CommandKind kind) =>
        kind is CommandKind.Accept or CommandKind.Release or CommandKind.Pass or CommandKind.Defer or CommandKind.Type or CommandKind.Silence or CommandKind.Resume or CommandKind.MoveOn;

    // Two facilitators may press "go on" at the same moment: the second one means the stage or round that is over, not the one the first has just begun.
    private bool IsOfAnotherRound(CircleCommand command) =>
        command.Kind.MeansARound()
        && ((command.StageIndex ?? state.StageIndex) != state.StageIndex || (command.Round ?? state.Round.Number) != state.Round.Number);

    private static bool IsPressedFor(CommandKind kind) => kind is CommandKind.Consent or CommandKind.Accept or CommandKind.Release or CommandKind.Pass or CommandKind.Defer
        or CommandKind.Take or CommandKind.Type or CommandKind.Silence or CommandKind.Resume or CommandKind.StepOut or CommandKind.Return;

    private Refusal? Do(Seat seat, CircleCommand command) => command switch
    {
        CircleCommand.Open => Open(),
        CircleCommand.Consent consent => Consent(seat, consent.AgreementsVersion),
        CircleCommand.Start => Start(seat),
        CircleCommand.Offer offer => Offer(offer.To),
        CircleCommand.Accept => Hold(seat.Id),
        CircleCommand.Release release => Release(seat, release.To),
        CircleCommand.Pass => Pass(seat),
        CircleCommand.Defer => EndTurn(TurnEnd.Deferred),
        CircleCommand.Take => Take(seat),
        CircleCommand.Type typed => Type(typed.Text),
        CircleCommand.Silence => Rest(),
        CircleCommand.Resume => Resume(seat),
        CircleCommand.Bell => RingTheBell(),
        CircleCommand.MoveOn move => MoveOn(seat, move.Reason),
        CircleCommand.Reorder reorder => Reorder(reorder.Order),
        CircleCommand.NextRound next => GoToNextRound(next.Prompt),
        CircleCommand.NextStage => GoToNextStage(),
        CircleCommand.Choose choose => Choose(seat, choose.What),
        CircleCommand.Pause => Stop(CircleStatus.Paused),
        CircleCommand.Hold => Stop(CircleStatus.Held),
        CircleCommand.Close close => Close(seat, close.Confirmed),
        CircleCommand.AskToLeave ask => AskToLeave(seat, ask.SeatId),
        CircleCommand.MakeCoFacilitator make => MakeCoFacilitator(make.SeatId),
        CircleCommand.StepOut => StepOut(seat),
        CircleCommand.Return => Return(seat),
        CircleCommand.Tell tell => Tell(seat, tell),
        CircleCommand.Action action => Agree(action),
        CircleCommand.AddAgreement line => Agree(line.Text),
        CircleCommand.Seen seen => See(seat, seen.MessageId),
        CircleCommand.HandOver handOver => HandOver(seat, handOver),
        _ => new UnknownCommand(),
    };
}
