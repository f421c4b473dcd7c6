using BetterTogether.Learning.Domain.Circles;
using static BetterTogether.Learning.Domain.Bookings.BookingStatus;

namespace BetterTogether.Learning.Domain.Tests.Bookings;

/// <summary>A leader listens in the session's circle: nobody is offered a place beside their own line, which they could not use, and nobody loses anything by it.</summary>
public sealed class PassedOverTests
{
    // Head manages Ana and Ben; the others are of no line.
    private static readonly Guid Head = A.PersonId();
    private static readonly Guid Ana = A.PersonId();
    private static readonly Guid Ben = A.PersonId();
    private static readonly Guid Cleo = A.PersonId();
    private static readonly Guid Dan = A.PersonId();

    [Fact]
    public void A_place_goes_to_the_next_and_whoever_was_passed_over_keeps_their_number()
    {
        var places = Booked(capacity: 2, Ana, Cleo, Head, Dan);

        places.Cancel(1);

        Assert.Equal([Confirmed, Cancelled, Waiting, Offered], places.Statuses);
        Assert.Equal((2, 1, 1), (places.Session.Held, places.Session.Waiting, places[2].Ticket));
        Assert.Equal(0, places[2].Offers);
    }

    [Fact]
    public void Once_their_line_gives_its_place_back_they_are_the_first_to_be_asked()
    {
        var places = Booked(capacity: 1, Ana, Head, Dan);

        places.Cancel(0);

        Assert.Equal([Cancelled, Offered, Waiting], places.Statuses);
    }

    [Fact]
    public void A_place_may_be_free_beside_them_until_somebody_comes_who_can_take_it()
    {
        var places = Booked(capacity: 2, Ana, Cleo, Head);

        places.Cancel(1);
        Assert.Equal([Confirmed, Cancelled, Waiting], places.Statuses);
        Assert.True(places.Last.PassesOverAll);
        Assert.Equal(1, places.Session.Unheld);

        places.Book(personId: Dan);
        places.Move();
        Assert.Equal([Confirmed, Cancelled, Waiting, Offered], places.Statuses);
    }

    [Fact]
    public void Two_of_one_line_are_not_asked_at_the_same_time()
    {
        var places = Booked(capacity: 2, Cleo, Dan, Ana, Head);

        places.Cancel(0);
        places.Cancel(1);
        Assert.Equal([Cancelled, Cancelled, Offered, Waiting], places.Statuses);

        places.Decline(2);
        Assert.Equal([Cancelled, Cancelled, Declined, Offered], places.Statuses);
    }

    [Fact]
    public void In_the_last_days_all_but_them_are_asked()
    {
        var places = Booked(capacity: 2, Ana, Cleo, Head, Dan, Ben);
        places.NowUtc = places.Session.StartsAtUtc.AddHours(-3);

        places.Cancel(1);

        Assert.Equal([Confirmed, Cancelled, Waiting, Offered, Offered], places.Statuses);
        Assert.Equal((2, 1, 1), (places.Session.Held, places.Session.HeldForAll, places.Session.Waiting));
    }

    [Fact]
    public void A_yes_that_would_sit_beside_their_own_line_is_refused()
    {
        var places = Booked(capacity: 2, Cleo, Dan, Head);
        places.Cancel(0);
        places.Cancel(1);
        Assert.Equal(Confirmed, places.Book(personId: Ana).Status);

        Assert.Equal("line-in-circle", places.Accept(2));

        Assert.Equal([Cancelled, Cancelled, Offered, Confirmed], places.Statuses);
    }

    private static Places Booked(int capacity, params Guid[] people)
    {
        var circle = Circle.Plan(new CirclePlan(A.PersonId(), "Heard", CircleFormats.Find("leadersListening")!, 1, [Of(A.PersonId(), SeatRole.Facilitator), Of(A.PersonId(), SeatRole.Listener)])).Value;
        var directory = new[] { Head, Ana, Ben, Cleo, Dan }.ToDictionary(id => id, id => Of(id));
        var places = new Places(capacity) { Circle = CircleDoor.Of(circle.State, directory, A.Now) };
        foreach (var person in people) { places.Book(personId: person); }
        return places;
    }

    private static Participant Of(Guid id, SeatRole role = SeatRole.Participant) => new(id, $"{id}", role, Above: id == Ana || id == Ben ? [Head] : []);
}
