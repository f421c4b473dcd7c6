using System.Globalization;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Circles;

/// <summary>
/// A live circle: who has the piece, who is next, and what each may do and see. A decision is a new state; what is refused
/// leaves the old one. One writer at a time: whoever shares a circle between threads serialises the calls.
/// </summary>
public sealed partial class Circle
{
    /// <summary>After this long the facilitator is asked to wait or to move on.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(45);

    // A client tries again within seconds. What comes back after an hour is known by the caller's log of accepted commands, and most of it means a turn that is over.
    private const int CommandsRemembered = 8;

    private readonly List<CircleEffect> effects = [];
    private AnswerMemory? answers;
    private CircleState state;
    private DateTime nowUtc;

    public Circle(CircleState state) => this.state = state;

    public CircleState State => state;
    public Guid Id => state.Id;
    public int Version => state.Version;
    public CircleStatus Status => state.Status;
    public bool IsOver => state.IsOver;

    private Stage Stage => state.Format.Stages[state.StageIndex];

    /// <summary>Somebody asks something of the circle.</summary>
    public CircleAnswer Act(Guid personId, CircleCommand command, DateTime nowUtc)
    {
        if (SeatOf(personId) is not { } me) { return Refused(new NoSeat()); }
        if (me.AskedToLeave) { return Refused(new WasAskedToLeave()); }
        if (me.Applied.Contains(command.Id)) { return new(null, false, []); }
        if (answers?.Find(me.Id, command.Id) is { } first) { return first; }
        var answer = Decide(nowUtc, () => Apply(me, command));
        if (!answer.Changed) { return (answers ??= new()).Keep(me.Id, command.Id, answer); }
        Change(me.Id, seat => seat with { Applied = [.. seat.Applied.TakeLast(CommandsRemembered - 1), command.Id] });
        return answer;
    }

    /// <summary>Takes one decision: all of it or, where it is refused, nothing.</summary>
    private CircleAnswer Decide(DateTime nowUtc, Func<Refusal?> change)
    {
        var before = state;
        this.nowUtc = nowUtc;
        effects.Clear();
        if (change() is { } refusal)
        {
            state = before;
            return Refused(refusal);
        }
        Settle();
        if (state.BellAtUtc == before.BellAtUtc && state.Floor != before.Floor) { StopTheBell(); }
        var changed = !ReferenceEquals(before, state);
        if (changed) { state = state with { Version = before.Version + 1 }; }
        return new(null, changed, [.. effects]);
    }

    /// <summary>What follows by itself from a decision.</summary>
    private void Settle()
    {
        if (IsOver) { return; }
        NoticeWhoIsHere();
        HandOn();
    }

    private static CircleAnswer Refused(Refusal refusal) => new(refusal, false, []);

    // Asked for each verb of each person each time: by number, for an enumerator would be an object each.
    private Seat? SeatOf(Guid personId)
    {
        for (var i = 0; i < state.Seats.Count; i++) { if (state.Seats[i].PersonId == personId) { return state.Seats[i]; } }
        return null;
    }

    private Seat? Find(string? seatId)
    {
        for (var i = 0; i < state.Seats.Count; i++) { if (state.Seats[i].Id == seatId) { return state.Seats[i]; } }
        return null;
    }

    private Seat The(string seatId) => Find(seatId)!;

    private void Change(string seatId, Func<Seat, Seat> change) =>
        state = state with { Seats = [.. state.Seats.Select(seat => seat.Id == seatId ? change(seat) : seat)] };

    private string NextNumber()
    {
        state = state with { LastNumber = state.LastNumber + 1 };
        return state.LastNumber.ToString(CultureInfo.InvariantCulture);
    }
}
