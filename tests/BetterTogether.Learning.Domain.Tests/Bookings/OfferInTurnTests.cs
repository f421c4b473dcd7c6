using BetterTogether.Learning.Domain.Bookings;
using static BetterTogether.Learning.Domain.Bookings.BookingStatus;

namespace BetterTogether.Learning.Domain.Tests.Bookings;

public sealed class OfferInTurnTests
{
    [Fact]
    public void A_freed_place_is_offered_to_the_first_in_line_and_nobody_is_confirmed_without_a_yes()
    {
        var places = new Places(capacity: 1, people: 3);

        places.Cancel(0, CancelReason.Court);

        Assert.Equal([Cancelled, Offered, Waiting], places.Statuses);
        Assert.Equal([places[1]], places.Last.Offered);
        Assert.Equal((1, 1), (places.Session.Held, places.Session.Waiting));
        Assert.Equal(CancelReason.Court, places[0].Reason);
    }

    [Fact]
    public void An_offer_holds_for_eight_working_hours()
    {
        var places = new Places(capacity: 1, people: 2);

        places.Cancel(0);

        Assert.Equal(A.London("2026-07-02 16:00"), places[1].OfferedUntilUtc);
    }

    [Fact]
    public void A_yes_makes_it_a_place()
    {
        var places = new Places(capacity: 1, people: 2);
        places.Cancel(0);

        Assert.Null(places.Accept(1));
        Assert.Null(places.Accept(1)); // a double click

        Assert.Equal([Cancelled, Confirmed], places.Statuses);
        Assert.Equal((1, 0), (places.Session.Held, places.Session.Waiting));
    }

    [Fact]
    public void Who_has_priority_goes_before_the_tickets()
    {
        var places = new Places(capacity: 1, people: 2);
        places.Book(priority: true);
        places.Book(priority: true);

        places.Cancel(0);

        Assert.Equal([Cancelled, Waiting, Offered, Waiting], places.Statuses);
    }

    [Fact]
    public void A_no_passes_the_place_on_at_once()
    {
        var places = new Places(capacity: 1, people: 3);
        places.Cancel(0);

        Assert.Null(places.Decline(1));
        Assert.Null(places.Decline(1)); // a double click

        Assert.Equal([Cancelled, Declined, Offered], places.Statuses);
        Assert.Equal((1, 0), (places.Session.Held, places.Session.Waiting));
    }

    [Fact]
    public void Leaving_the_list_frees_nothing()
    {
        var places = new Places(capacity: 1, people: 3);

        Assert.Null(places.Cancel(1));

        Assert.Equal([Confirmed, Cancelled, Waiting], places.Statuses);
        Assert.Equal((1, 1), (places.Session.Held, places.Session.Waiting));
    }

    [Fact]
    public void Cancelling_twice_frees_one_place()
    {
        var places = new Places(capacity: 1, people: 3);

        places.Cancel(0);
        Assert.Null(places.Cancel(0));

        Assert.Equal([Cancelled, Offered, Waiting], places.Statuses);
    }

    [Fact]
    public void More_places_are_offered_to_as_many_as_wait()
    {
        var places = new Places(capacity: 1, people: 4);

        places.Resize(3);

        Assert.Equal([Confirmed, Offered, Offered, Waiting], places.Statuses);
        Assert.Equal(3, places.Session.Held);
    }

    [Fact]
    public void Without_an_offer_there_is_nothing_to_take_or_turn_down()
    {
        var places = new Places(capacity: 1, people: 2);

        Assert.Equal("not-offered", places.Accept(1));
        Assert.Equal("not-offered", places.Decline(1));
    }

    [Fact]
    public void Places_are_taken_in_the_order_of_joining()
    {
        var places = new Places(capacity: 3, people: 12);
        var taken = new List<int>();
        for (var i = 0; i < 9; i++)
        {
            places.Cancel(places.All.FindIndex(b => b.Status == Confirmed));
            var next = places.All.FindIndex(b => b.Status == Offered);
            places.Accept(next);
            taken.Add(places[next].Ticket);
        }

        Assert.Equal(Enumerable.Range(1, 9), taken);
    }
}
