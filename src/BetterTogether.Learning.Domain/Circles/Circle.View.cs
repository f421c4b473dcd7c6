using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Circles;

/// <summary>What each person sees.</summary>
public sealed partial class Circle
{
    private Alike? alike;

    /// <summary>Refused where the person has no seat, or was asked to leave.</summary>
    public Result<CircleSnapshot> For(Guid personId, DateTime nowUtc, CircleWords? words = null)
    {
        if (SeatOf(personId) is not { } me) { return new NoSeat(); }
        if (me.AskedToLeave) { return new WasAskedToLeave(); }
        var all = SeenByAll();
        return new CircleSnapshot(
            all.Shared, nowUtc, FloorSeen(me, nowUtc, words ?? CircleWords.None), SeatsSeen(me, all.Seats),
            new YouView(me.Id, me.Role, MayDo(me), me.AgreedVersion, state.Round.Passed.Contains(me.Id), state.Round.Deferred.Contains(me.Id), me.SteppedOut),
            me.Facilitates && Runs ? CanChoose : [], Messages(me, words ?? CircleWords.None));
    }

    /// <summary>The circle as it stands, for any number of threads to look at.</summary>
    public Circle Still() => new(state) { alike = SeenByAll() };

    // Made once for each state, however many look at it; a seat that has stayed as it was, stays from the state before.
    private Alike SeenByAll()
    {
        if (alike is { } known && ReferenceEquals(known.Of, state)) { return known; }
        var seats = new SeatSeen[state.Seats.Count];
        for (var i = 0; i < seats.Length; i++)
        {
            var before = alike?.Seats.ElementAtOrDefault(i);
            seats[i] = ReferenceEquals(before?.Of, state.Seats[i]) ? before! : new(state.Seats[i]);
        }
        return alike = new(state, Shared(), seats);
    }

    private SharedView Shared() => new(
        state.Id, state.Version, state.Status, state.Title, state.Format.Title, state.AgreementsVersion, state.Together, StageSeen(), [.. state.Format.Stages.Select(s => s.Title)],
        RoundSeen(), Waiting(), state.Actions, state.BellAtUtc, IsOver && state.CalledOff ? true : null);

    private StageView StageSeen() => new(state.StageIndex, Stage.Title, state.Round.Number == 0 ? Stage.Prompt : state.Round.Prompt, Stage.Mode, Stage.Minutes);

    private RoundView RoundSeen()
    {
        var round = state.Round;
        return new(round.Number, round.Prompt, round.Order, round.Reached.Without(state.Floor.SeatId ?? ""), NextSeen(), round.Finished);
    }

    // Whoever passed or stepped out beforehand is named like anybody else: the group does not see it.
    // While the piece lies in the middle nobody is: whoever could have it would have been offered it.
    private string? NextSeen() => state.Floor is { IsIdle: true, QuietUntilUtc: null } ? null : Stage.GoesRound
        ? !state.Round.Begun ? null : state.Round.Order.FirstOrDefault(id => state.Round.Awaits(id) && The(id).IsHere) ?? state.Round.Deferred.FirstOrDefault(id => The(id).IsHere && !The(id).SteppedOut)
        : Waiting() is [var first, ..] ? first : null;

    private IReadOnlyList<string> Waiting() => Stage.Mode == StageMode.Open ? state.Round.Queue : [.. state.Round.Queue.OrderBy(state.Round.TurnsOf)];

    private FloorView FloorSeen(Seat me, DateTime nowUtc, CircleWords words)
    {
        var floor = state.Floor;
        return new(floor.State, floor.TurnId, floor.Holder, floor.OfferedTo, floor.StartedAtUtc, floor.HeldMs(nowUtc), floor.IsHeld && words.TurnId == floor.TurnId ? words.Text : null,
            floor.QuietUntilUtc, me.Facilitates && floor.FacilitatorAsked ? true : null);
    }

    private SeatView[] SeatsSeen(Seat me, SeatSeen[] seats)
    {
        var seen = new SeatView[seats.Length];
        for (var i = 0; i < seen.Length; i++) { seen[i] = SeatBy(me, seats[i]); }
        return seen;
    }

    private SeatView SeatBy(Seat me, SeatSeen seat) =>
        !me.Facilitates ? ReferenceEquals(seat.Of, me) ? seat.ByItself : seat.ByGroup
        : seat.Of.Kind == SeatKind.InPerson ? seat.ByLeaders with { MayDo = [.. MayDo(seat.Of).Where(IsPressedFor)] } : seat.ByLeaders;

    private IReadOnlyList<MessageView> Messages(Seat me, CircleWords words) => state.Messages.Count == 0 ? [] :
    [
        .. from message in state.Messages
           let told = message.To.Contains(me.Id)
           where told || message.From == me.Id
           select new MessageView(message.Id, message.About, message.From, message.To, message.DutyContactTold, message.SentAtUtc, message.SeenAtUtc, message.From == me.Id,
               told ? message.HandOver : null, told ? words.Messages.GetValueOrDefault(message.Id) : null),
    ];

    /// <summary>What everybody sees alike of one state. Threading: nothing in it changes; two who make it at once make the same.</summary>
    private sealed record Alike(CircleState Of, SharedView Shared, SeatSeen[] Seats);

    /// <summary>A seat as the group, as its own person and as those who lead see it.</summary>
    private sealed class SeatSeen(Seat seat)
    {
        private SeatView? byItself;
        private SeatView? byLeaders;

        public Seat Of => seat;
        public SeatView ByGroup { get; } = new(seat.Id, seat.Name, seat.Pronouns, seat.Role, seat.Kind, seat.Presence, null, null, null, null, null);
        public SeatView ByItself => byItself ??= ByGroup with { Turns = seat.Turns, SpokenMs = seat.SpokenMs, SteppedOut = seat.SteppedOut };
        public SeatView ByLeaders => byLeaders ??= ByItself with { Agreed = seat.HasAgreed };
    }
}
