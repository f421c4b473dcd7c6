using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Bookings;

/// <summary>
/// Gives places back and hands them on. Every event that frees or adds a place moves the list in the same decision:
/// the first in line gets an offer, held until a time; in the last working days everybody waiting gets it at once.
/// </summary>
/// <param name="line">Everybody waiting or offered on this session. May be empty only where nobody is.</param>
/// <param name="daysOf">The working days of a person in the line.</param>
/// <param name="circle">The door of its circle, beside those who have a place; null where it has none. Whom it is shut to is passed over and goes on waiting.</param>
public sealed class PlaceList(Session session, IReadOnlyCollection<Booking> line, Func<Guid, WorkingDays> daysOf, OfferPolicy policy, DateTime nowUtc, CircleDoor? circle = null)
{
    private CircleDoor door = circle ?? CircleDoor.Open;
    private readonly List<Booking> offered = [];
    private readonly List<Booking> outrun = [];
    private readonly List<Booking> lapsed = [];

    /// <summary>Who was offered a place by this decision.</summary>
    public IReadOnlyList<Booking> Offered => offered;

    /// <summary>Who had an offer made to all, and lost it to somebody's yes.</summary>
    public IReadOnlyList<Booking> Outrun => outrun;

    /// <summary>Whose offer passed on unanswered. They keep their position.</summary>
    public IReadOnlyList<Booking> Lapsed => lapsed;

    /// <summary>Nobody who waits could come in: a place may be free beside them.</summary>
    public bool PassesOverAll => line.Where(b => b.Status == BookingStatus.Waiting).All(b => Asked().IsShutTo(b.PersonId));

    /// <summary>Ends a booking of any live status and hands the place on. A second time changes nothing.</summary>
    public Result<Booking> Cancel(Booking booking, Guid byId, CancelReason? reason)
    {
        if (!booking.IsLive) { return booking; }
        if (session.HasBegun(nowUtc)) { return new AlreadyBegun(); }
        End(booking, BookingStatus.Cancelled, byId, reason);
        Move();
        return booking;
    }

    /// <summary>Hands a confirmed place straight to somebody else: their manager's choice, which does not pass through the line.</summary>
    public Result<Booking> Swap(Booking booking, Guid toPersonId, Guid byId)
    {
        if (session.HasBegun(nowUtc)) { return new AlreadyBegun(); }
        if (booking.Status != BookingStatus.Confirmed) { return new NothingToSwap(); }
        booking.End(BookingStatus.Cancelled, byId, null, nowUtc);
        return Booking.Confirmed(session.Id, toPersonId, byId, nowUtc);
    }

    public Result<Booking> Accept(Booking booking)
    {
        if (booking.Status == BookingStatus.Confirmed) { return booking; }
        if (booking.Status != BookingStatus.Offered) { return new NotOffered(); }
        if (session.HasBegun(nowUtc)) { return new AlreadyBegun(); }
        if (booking.OfferedUntilUtc <= nowUtc) { return new OfferHasLapsed(); }
        if (door.IsShutTo(booking.PersonId)) { return new LineInTheCircle(); }
        var wasToAll = booking.OfferedToAll;
        booking.Confirm(nowUtc);
        door = door.With([booking.PersonId]);
        if (!wasToAll) { return booking; }
        session.HeldForAll--;
        if (session.HeldForAll == 0)
        {
            outrun.AddRange(line.Where(b => b.OfferedToAll));
            foreach (var other in outrun) { BackToTheList(other); }
            // Where places were added since the offer to all, there is one left for them after all.
            Move();
            outrun.RemoveAll(b => b.Status == BookingStatus.Offered);
        }
        return booking;
    }

    public Result<Booking> Decline(Booking booking)
    {
        if (booking.Status == BookingStatus.Declined) { return booking; }
        if (booking.Status != BookingStatus.Offered) { return new NotOffered(); }
        End(booking, BookingStatus.Declined, booking.PersonId, null);
        Move();
        return booking;
    }

    /// <summary>Passes on every offer whose time is up; once the session has begun, lets everybody still in line go.</summary>
    public void Lapse()
    {
        if (session.HasBegun(nowUtc))
        {
            foreach (var booking in line.Where(b => b.IsLive)) { End(booking, BookingStatus.Expired, null, null); }
            return;
        }
        lapsed.AddRange(line.Where(b => b.Status == BookingStatus.Offered && b.OfferedUntilUtc <= nowUtc).OrderBy(b => b.Ticket));
        foreach (var booking in lapsed)
        {
            Release(booking);
            BackToTheList(booking);
        }
        // The place passes on to those behind; whoever let it lapse comes round again last, so that it never stands idle.
        foreach (var booking in lapsed) { Move(after: booking); }
        Move();
    }

    /// <summary>After the session was moved: no offer is open beyond its start.</summary>
    public void EndOffersByTheStart()
    {
        foreach (var booking in line.Where(b => b.Status == BookingStatus.Offered && b.OfferedUntilUtc > session.StartsAtUtc)) { booking.HoldUntil(session.StartsAtUtc); }
    }

    /// <summary>Offers every place that nobody holds, to the first in line or to all.</summary>
    public void Move() => Move(after: null);

    /// <summary>The session is called off: everybody is let go.</summary>
    /// <param name="confirmed">Those with a place.</param>
    public void LetAllGo(IEnumerable<Booking> confirmed, Guid byId)
    {
        foreach (var booking in confirmed.Concat(line).Where(b => b.IsLive).ToList()) { End(booking, BookingStatus.Cancelled, byId, null); }
    }

    private void Move(Booking? after)
    {
        if (session.Status != SessionStatus.Published || session.HasBegun(nowUtc)) { return; }
        if (policy.IsToAll(session, nowUtc)) { OfferToAll(); }
        else { OfferInTurn(after); }
    }

    private void OfferInTurn(Booking? after)
    {
        while (session.Unheld > 0 && Next(after) is { } next)
        {
            Offer(next, policy.UntilUtc(session, daysOf(next.PersonId), nowUtc), toAll: false);
            session.Held++;
            if (after is not null) { return; }
        }
    }

    private Booking? Next(Booking? after)
    {
        var asked = Asked();
        var queue = line.Where(b => b.Status == BookingStatus.Waiting && !asked.IsShutTo(b.PersonId)).OrderByDescending(b => b.Priority).ThenBy(b => b.Ticket).ToList();
        if (after is null) { return queue.FirstOrDefault(); }
        var fresh = queue.Except(lapsed).ToList();
        // Somebody who joined with priority meanwhile stands ahead and was never asked.
        return fresh.Find(b => b.Offers == 0 || IsBehind(b, after)) ?? fresh.FirstOrDefault() ?? queue.FirstOrDefault();
    }

    // Whoever is asked may say yes: nobody who could not come in beside them is asked meanwhile.
    private CircleDoor Asked() => door.With(line.Where(b => b is { Status: BookingStatus.Offered, OfferedToAll: false }).Select(b => b.PersonId));

    private static bool IsBehind(Booking b, Booking after) => b.Priority == after.Priority ? b.Ticket > after.Ticket : after.Priority;

    private void OfferToAll()
    {
        if (session.Unheld == 0 && session.HeldForAll == 0) { return; }
        var asked = Asked();
        foreach (var booking in line.Where(b => b.Status == BookingStatus.Waiting && !asked.IsShutTo(b.PersonId))) { Offer(booking, session.StartsAtUtc, toAll: true); }
        var more = Math.Min(session.Unheld, line.Count(b => b.OfferedToAll) - session.HeldForAll);
        session.HeldForAll += more;
        session.Held += more;
    }

    private void Offer(Booking booking, DateTime untilUtc, bool toAll)
    {
        booking.Offer(untilUtc, toAll);
        session.Waiting--;
        offered.Add(booking);
    }

    private void BackToTheList(Booking booking)
    {
        booking.BackToTheList();
        session.Waiting++;
    }

    private void End(Booking booking, BookingStatus how, Guid? byId, CancelReason? reason)
    {
        Release(booking);
        if (booking.Status == BookingStatus.Waiting) { session.Waiting--; }
        if (booking.Status == BookingStatus.Confirmed) { door = door.Without(booking.PersonId); }
        booking.End(how, byId, reason, nowUtc);
    }

    private void Release(Booking booking)
    {
        if (booking.Status == BookingStatus.Confirmed || booking is { Status: BookingStatus.Offered, OfferedToAll: false }) { session.Held--; }
        if (!booking.OfferedToAll || line.Count(b => b.OfferedToAll) > session.HeldForAll) { return; }
        session.HeldForAll--;
        session.Held--;
    }
}
