using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Circles;

/// <summary>Where a leader listens people speak freely only if nobody of their own line holds the circle or sits beside them.</summary>
internal static class LeadersLine
{
    /// <returns>Null where no leader listens.</returns>
    public static Refusal? Breaks(IReadOnlyList<Seat> all)
    {
        var seats = all.Where(s => s is { PersonId: not null, AskedToLeave: false }).ToList();
        if (seats.Find(s => s.Role == SeatRole.Listener) is not { } leader) { return null; }
        if (seats.Find(s => s.Facilitates && (s.IsUnder(leader) || leader.IsUnder(s))) is { } facilitator) { return new FacilitatorInTheLine(facilitator.Name); }
        return Pairs(Speaking(seats)).FirstOrDefault() is ({ } manager, _) ? new ManagerAmongThem(manager.Name) : null;
    }

    /// <param name="seats">Of a plan that breaks nothing by itself.</param>
    /// <param name="coming">Who will sit there too.</param>
    /// <returns>Null where no leader listens.</returns>
    public static Refusal? BreaksOnceThere(IReadOnlyList<Seat> seats, IEnumerable<Seat> coming)
    {
        if (seats.All(s => s.Role != SeatRole.Listener)) { return null; }
        var pairs = Pairs([.. Speaking(seats), .. coming]);
        return pairs.Count == 0 ? null : new LineAmongThoseBooked([.. pairs.Select(p => (p.Manager.Name, p.Under.Name))]);
    }

    private static List<Seat> Speaking(IEnumerable<Seat> seats) => [.. seats.Where(s => s is { PersonId: not null, Role: SeatRole.Participant or SeatRole.Bringer })];

    private static List<(Seat Manager, Seat Under)> Pairs(List<Seat> speaking) => [.. from manager in speaking from under in speaking where under.IsUnder(manager) select (manager, under)];

    private static bool IsUnder(this Seat seat, Seat other) => seat.Above?.Contains(other.PersonId!.Value) == true;
}
