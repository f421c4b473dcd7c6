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
        var speaking = seats.FindAll(s => s.Role is SeatRole.Participant or SeatRole.Bringer);
        return speaking.Find(s => speaking.Exists(other => other.IsUnder(s))) is { } manager ? new ManagerAmongThem(manager.Name) : null;
    }

    private static bool IsUnder(this Seat seat, Seat other) => seat.Above?.Contains(other.PersonId!.Value) == true;
}
