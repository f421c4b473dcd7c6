using BetterTogether.Learning.Domain.Bookings;
using static BetterTogether.Learning.Domain.Bookings.BookingStatus;

namespace BetterTogether.Learning.Domain.Tests.Bookings;

public sealed class LapseTests
{
    [Fact]
    public void An_offer_nobody_answers_passes_to_the_next_and_the_ticket_stays()
    {
        var places = new Places(capacity: 1, people: 3);
        places.Cancel(0);

        places.LetLapse();

        Assert.Equal([Cancelled, Waiting, Offered], places.Statuses);
        Assert.Equal([places[1]], places.Last.Lapsed);
        Assert.Equal(1, places[1].Ticket);
    }

    [Fact]
    public void Before_its_time_is_up_an_offer_stays()
    {
        var places = new Places(capacity: 1, people: 3);
        places.Cancel(0);
        places.NowUtc = places[1].OfferedUntilUtc!.Value.AddTicks(-1);

        places.Lapse();

        Assert.Equal([Cancelled, Offered, Waiting], places.Statuses);
    }

    [Fact]
    public void Too_late_is_said_even_before_the_sweeper_came()
    {
        var places = new Places(capacity: 1, people: 3);
        places.Cancel(0);
        places.NowUtc = places[1].OfferedUntilUtc!.Value;

        Assert.Equal("offer-lapsed", places.Accept(1));
    }

    [Fact]
    public void Who_let_one_pass_is_first_again_when_another_place_comes_up()
    {
        var places = new Places(capacity: 2, people: 5);
        places.Cancel(0);
        places.LetLapse();

        places.Cancel(1);

        Assert.Equal([Cancelled, Cancelled, Offered, Offered, Waiting], places.Statuses);
    }

    [Fact]
    public void The_place_goes_round_the_whole_line_before_it_comes_again()
    {
        var places = new Places(capacity: 1, people: 4);
        places.Cancel(0);
        var order = new List<int>();
        for (var i = 0; i < 6; i++)
        {
            order.Add(places.All.FindIndex(b => b.Status == Offered));
            places.LetLapse();
        }

        Assert.Equal([1, 2, 3, 1, 2, 3], order);
    }

    [Fact]
    public void Two_that_lapse_at_once_go_to_the_two_behind_them()
    {
        var places = new Places(capacity: 2, people: 6);
        places.Cancel(0);
        places.Cancel(1);

        places.LetLapse();

        Assert.Equal([Cancelled, Cancelled, Waiting, Waiting, Offered, Offered], places.Statuses);
        Assert.Equal((2, 2), (places.Session.Held, places.Session.Waiting));
    }

    [Fact]
    public void A_place_never_stands_idle_even_if_only_those_are_left_who_let_it_pass()
    {
        var places = new Places(capacity: 1, people: 2);
        places.Cancel(0);

        places.LetLapse();

        Assert.Equal([Cancelled, Offered], places.Statuses);
        Assert.Equal(2, places[1].Offers);
    }

    [Fact]
    public void Who_joined_with_priority_meanwhile_comes_before_those_behind()
    {
        var places = new Places(capacity: 1, people: 3);
        places.Cancel(0);
        places.Book(priority: true);

        places.LetLapse();

        Assert.Equal([Cancelled, Waiting, Waiting, Offered], places.Statuses);
    }

    [Fact]
    public void Once_the_session_begins_everybody_in_line_is_let_go()
    {
        var places = new Places(capacity: 2, people: 4);
        places.Cancel(0);
        places.NowUtc = A.Start;

        places.Lapse();

        Assert.Equal([Cancelled, Confirmed, Expired, Expired], places.Statuses);
        Assert.Equal((1, 0), (places.Session.Held, places.Session.Waiting));
    }

    [Fact]
    public void Nothing_moves_once_the_session_has_begun()
    {
        var places = new Places(capacity: 1, people: 3);
        places.Cancel(0);
        places.NowUtc = A.Start;

        Assert.Equal(("already-begun", "already-begun"), (places.Accept(1), places.Cancel(2)));
    }
}
