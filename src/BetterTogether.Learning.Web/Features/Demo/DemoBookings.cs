using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;

namespace BetterTogether.Learning.Web.Features.Demo;

/// <summary>Books, gives up and accepts by the domain's own verbs, at times in the past: counters, tickets and invites come out true by themselves.</summary>
internal sealed class DemoBookings(DemoCalendar calendar, DemoDiary diary, IEnumerable<Person> people)
{
    private static readonly OfferPolicy Policy = new();

    private readonly Dictionary<Guid, Person> directory = people.ToDictionary(p => p.Id);
    private readonly Dictionary<Guid, List<Booking>> bySession = [];
    private readonly Dictionary<Guid, List<SentInvite>> byBooking = [];

    public IEnumerable<Booking> All => bySession.Values.SelectMany(b => b);

    public IEnumerable<SentInvite> Invites => byBooking.Values.SelectMany(i => i);

    public IReadOnlyList<Booking> On(Session session) => bySession.GetValueOrDefault(session.Id) ?? [];

    /// <summary>Gives out places (never more than there are) between the opening and a little before the last booking.</summary>
    /// <param name="others">Who takes the places the named ones leave.</param>
    public void Fill(Session session, int places, DemoRota others, params Person[] named) =>
        Book(session, Math.Min(places, session.Capacity), 0, 0.8, others, named);

    /// <summary>Fills a session up, then lets people wait.</summary>
    public void Queue(Session session, int waiting, DemoRota others, params Person[] named)
    {
        Book(session, session.Unheld, 0.8, 0.9, others, []);
        Book(session, waiting, 0.9, 1, others, named);
    }

    public void GiveUp(Session session, Booking booking, CancelReason? reason, DateTime atUtc)
    {
        _ = Places(session, atUtc).Cancel(booking, booking.PersonId, reason).Value;
        foreach (var invite in byBooking[booking.Id]) { invite.Cancelled(atUtc); }
    }

    public void Accept(Session session, Booking offered, DateTime atUtc)
    {
        _ = Places(session, atUtc).Accept(offered).Value;
        Invite(session, offered, atUtc);
    }

    /// <summary>Whoever still waited when the session began is let go.</summary>
    public void LetWaitingGo(Session session) => Places(session, session.StartsAtUtc).Lapse();

    private void Book(Session session, int count, double from, double to, DemoRota others, Person[] named)
    {
        var dates = session.Details.Dates;
        // Asking the rota hands the turn on, so it is asked for no more people than are needed.
        var free = named.Concat(others.Round().Except(named)).Where(p => diary.IsFree(p, dates)).Take(count).ToList();
        var (opens, last) = (calendar.OpensUtc(session.StartsAtUtc), calendar.LastBookingUtc(session.StartsAtUtc));
        foreach (var (i, person) in free.Index())
        {
            var atUtc = opens + (last - opens) * (from + (to - from) * i / count);
            diary.Take(person, dates);
            // People are brought into a private session by its facilitator.
            var byId = session.Visibility == Visibility.Private ? session.Trainers[0].PersonId : person.Id;
            var booking = session.Book(person.Id, byId, hasPriority: false, atUtc).Value;
            if (!bySession.TryGetValue(session.Id, out var booked)) { bySession[session.Id] = booked = []; }
            booked.Add(booking);
            if (booking.Status == BookingStatus.Confirmed) { Invite(session, booking, atUtc); }
        }
    }

    private PlaceList Places(Session session, DateTime atUtc) =>
        new(session, [.. On(session).Where(b => b.Status is BookingStatus.Waiting or BookingStatus.Offered)], id => directory[id].WorkingDays, Policy, atUtc);

    private void Invite(Session session, Booking booking, DateTime atUtc) =>
        byBooking[booking.Id] = [.. session.Dates.Select(d => SentInvite.First(InviteSubject.Booking, booking.Id, d.Id, booking.PersonId, atUtc))];
}
