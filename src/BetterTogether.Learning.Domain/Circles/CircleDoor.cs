namespace BetterTogether.Learning.Domain.Circles;

/// <summary>
/// What the door of a session's circle would say to whoever wants a place, asked before they have it. Where no leader listens it is open to
/// all. Nothing in it changes: who comes or leaves makes another one.
/// </summary>
public sealed class CircleDoor
{
    /// <summary>Lets everybody in.</summary>
    public static readonly CircleDoor Open = new(null, new Dictionary<Guid, Participant>(), default);

    private readonly CircleState? state;
    private readonly IReadOnlyDictionary<Guid, Participant> people;
    private readonly DateTime nowUtc;

    private CircleDoor(CircleState? state, IReadOnlyDictionary<Guid, Participant> people, DateTime nowUtc) => (this.state, this.people, this.nowUtc) = (state, people, nowUtc);

    /// <param name="people">Everybody who may be asked about, with the whole line above them.</param>
    public static CircleDoor Of(CircleState state, IReadOnlyDictionary<Guid, Participant> people, DateTime nowUtc) =>
        state.Seats.Any(s => s.Role == SeatRole.Listener) ? new(state, people, nowUtc) : Open;

    public bool IsShutTo(Guid personId) => state is not null && new Circle(state).Admit(people[personId], nowUtc).Refusal is ManagerAmongThem;

    /// <summary>The same once these have a place, in this order; whoever could not come in is left out.</summary>
    public CircleDoor With(IEnumerable<Guid> personIds)
    {
        if (state is null) { return this; }
        var circle = new Circle(state);
        foreach (var id in personIds) { circle.Admit(people[id], nowUtc); }
        return new(circle.State, people, nowUtc);
    }

    /// <summary>The same once somebody has given their place back.</summary>
    public CircleDoor Without(Guid personId)
    {
        if (state is null) { return this; }
        var circle = new Circle(state);
        circle.Unseat(personId, nowUtc);
        return new(circle.State, people, nowUtc);
    }
}
