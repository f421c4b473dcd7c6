using BetterTogether.Learning.Domain.Bookings;
using static BetterTogether.Learning.Domain.Bookings.BookingStatus;

namespace BetterTogether.Learning.Domain.Tests.Bookings;

public sealed class BookTests
{
    [Theory, InlineData(3, 2, Confirmed), InlineData(3, 3, Waiting), InlineData(1, 0, Confirmed), InlineData(1, 5, Waiting)]
    public void The_next_person_gets_a_place_or_the_list(int capacity, int booked, BookingStatus expected)
    {
        var session = A.Session(capacity);
        for (var i = 0; i < booked; i++) { A.Booking(session); }

        Assert.Equal(expected, A.Booking(session).Status);
        Assert.Equal((Math.Min(capacity, booked + 1), Math.Max(0, booked + 1 - capacity)), (session.Held, session.Waiting));
    }

    [Fact]
    public void Tickets_rise_by_one_in_the_order_of_asking()
    {
        var session = A.Session(capacity: 1);

        var tickets = Enumerable.Range(0, 4).Select(_ => A.Booking(session).Ticket).ToList();

        Assert.Equal([0, 1, 2, 3], tickets);
    }

    [Fact]
    public void A_free_place_is_not_for_newcomers_while_somebody_waits()
    {
        var places = new Places(capacity: 1, people: 3);
        places.Resize(2);

        Assert.Equal(0, places.Session.PlacesFree);
        Assert.Equal(Waiting, places.Book().Status);
    }

    [Theory, InlineData(-1, null), InlineData(0, "already-begun")]
    public void A_session_is_booked_until_it_begins(int secondsFromStart, string? refusal) =>
        Assert.Equal(refusal, A.Session().Book(A.PersonId(), A.Desk, false, A.Start.AddSeconds(secondsFromStart)).Refusal?.Code);

    [Fact]
    public void Who_asked_for_whom_is_kept()
    {
        var who = A.PersonId();

        var booking = A.Session().Book(who, A.Desk, false, A.Now).Value;

        Assert.Equal((who, A.Desk, A.Now), (booking.PersonId, booking.BookedById, booking.BookedAtUtc));
    }
}
