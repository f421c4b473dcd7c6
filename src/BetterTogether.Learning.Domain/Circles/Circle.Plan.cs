using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Circles;

/// <summary>Before it runs, and whoever comes later.</summary>
public sealed partial class Circle
{
    public const int MostSeats = 40;

    /// <summary>A new circle in draft. A bringer of the question may still be missing; it will not start without where the format needs one.</summary>
    public static Result<Circle> Plan(CirclePlan plan)
    {
        var circle = new Circle(new CircleState(plan.Id, plan.Title, plan.Format, plan.AgreementsVersion) { StartsAtUtc = plan.StartsAtUtc });
        return circle.Seat(plan) is { } no ? no : circle;
    }

    /// <summary>Another plan before it runs: people, roles, format, title. Who stays keeps their seat's state.</summary>
    public CircleAnswer Replan(CirclePlan plan, DateTime nowUtc) => Decide(nowUtc, () =>
    {
        if (state.Status is not (CircleStatus.Draft or CircleStatus.Lobby)) { return new HasStarted(); }
        if (plan.StartsAtUtc <= nowUtc && IsMovedTo(plan.StartsAtUtc.Value)) { return new StartInThePast(); }
        if (plan.Participants.FirstOrDefault(p => p.PersonId is { } id && SeatOf(id)?.AskedToLeave == true) is { } asked) { return new StaysAway(asked.Name); }
        state = state with { Title = plan.Title, Format = plan.Format, AgreementsVersion = plan.AgreementsVersion, StartsAtUtc = plan.StartsAtUtc };
        return Seat(plan);
    });

    /// <summary>A seat for somebody who comes later; whoever has one keeps it. In a round that is going on they come before its end.</summary>
    public CircleAnswer Admit(Participant participant, DateTime nowUtc)
    {
        if (IsOver) { return Refused(new CircleIsClosed()); }
        if (participant.PersonId is { } id && SeatOf(id) is { } seat) { return seat.AskedToLeave ? Refused(new WasAskedToLeave()) : new(null, false, []); }
        if (state.Seats.Count >= MostSeats) { return Refused(new TooManySeats()); }
        return Decide(nowUtc, () =>
        {
            var role = participant.Role is SeatRole.Facilitator or SeatRole.CoFacilitator ? SeatRole.Participant : participant.Role;
            // Who is above them is kept only where a leader listens: nothing else asks.
            var above = state.Seats.Any(s => s.Role == SeatRole.Listener) ? participant.Above : null;
            var seated = Seated(participant with { Role = role, Above = above }, managesSomebody: false);
            state = state with { Seats = [.. state.Seats, seated] };
            return LeadersLine.Breaks(state.Seats);
        });
    }

    /// <summary>Whoever gave their place back before it begins has no seat any more; every other role stays as it was planned.</summary>
    public CircleAnswer Unseat(Guid personId, DateTime nowUtc)
    {
        if (state.Status is not (CircleStatus.Draft or CircleStatus.Lobby) || SeatOf(personId) is not { Role: SeatRole.Participant, AskedToLeave: false } seat || IsNamedInAMessage(seat)) { return new(null, false, []); }
        return Decide(nowUtc, () =>
        {
            state = state with { Seats = [.. state.Seats.Where(s => s.Id != seat.Id)] };
            return null;
        });
    }

    /// <summary>Its session was moved: only what waits for its time knows of it.</summary>
    public CircleAnswer MoveTo(DateTime startsAtUtc, DateTime nowUtc) =>
        state.Status is not (CircleStatus.Draft or CircleStatus.Lobby) || startsAtUtc == state.StartsAtUtc ? new(null, false, []) : Decide(nowUtc, () =>
        {
            state = state with { StartsAtUtc = startsAtUtc };
            return null;
        });

    /// <summary>Its session does not take place. One that runs is its people's, and they close it.</summary>
    public CircleAnswer CallOff(DateTime nowUtc) =>
        state.Status is not (CircleStatus.Draft or CircleStatus.Lobby) ? new(null, false, []) : Decide(nowUtc, () =>
        {
            state = state with { CalledOff = true };
            End(CircleStatus.Closed);
            return null;
        });

    // A form knows minutes, not seconds, and what was stored first knows no time at all. Whoever comes late to their circle may still change who takes part.
    private bool IsMovedTo(DateTime startsAtUtc) => state.StartsAtUtc is { } before && (startsAtUtc - before).Duration() >= TimeSpan.FromMinutes(1);

    private Refusal? Seat(CirclePlan plan)
    {
        var people = plan.Participants;
        if (people.Count > MostSeats) { return new TooManySeats(); }
        if (people.Count(p => p.Role == SeatRole.Facilitator && p.PersonId is not null) != 1 || people.Count(p => p.Role == SeatRole.Facilitator) != 1) { return new FacilitatorNeeded(); }
        if (people.Where(p => p.PersonId is not null).GroupBy(p => p.PersonId).Any(g => g.Count() > 1)) { return new SeatedTwice(); }
        var managers = people.Select(p => p.ManagerId).OfType<Guid>().ToHashSet();
        var seats = people.Select(p => Seated(p, p.PersonId is { } id && managers.Contains(id))).ToList();
        if (LeadersLine.Breaks(seats) is { } no) { return no; }
        if (LeadersLine.BreaksOnceThere(seats, (plan.Coming ?? []).Select(p => new Seat("", p.Name, SeatRole.Participant) { PersonId = p.PersonId, Above = p.Above })) is { } among) { return among; }
        // Somebody who is no longer in the plan keeps the seat a worry about safety was told from or to; who was asked to leave keeps it too, or a new plan would let them in again.
        seats.AddRange(state.Seats.Where(before => seats.TrueForAll(s => s.Id != before.Id) && (before.AskedToLeave || IsNamedInAMessage(before))).Select(s => s with { Presence = Presence.Left, AskedToLeave = true, Role = SeatRole.Participant }));
        state = state with { Seats = seats, CoFacilitators = [.. seats.Where(s => s.Role == SeatRole.CoFacilitator).Select(s => s.Id)] };
        return null;
    }

    private bool IsNamedInAMessage(Seat seat) => state.Messages.Any(m => m.From == seat.Id || m.To.Contains(seat.Id));

    private Seat Seated(Participant p, bool managesSomebody)
    {
        var before = p.PersonId is { } person ? SeatOf(person) : null;
        return (before ?? new Seat($"s{NextNumber()}", p.Name, p.Role)) with
        {
            Name = p.Name, Role = p.Role, PersonId = p.PersonId, Pronouns = p.Pronouns, ManagesSomebodyHere = managesSomebody, Above = p.Above,
            AgreedVersion = before?.AgreedVersion is { } version && version == state.AgreementsVersion ? version : null,
        };
    }
}
