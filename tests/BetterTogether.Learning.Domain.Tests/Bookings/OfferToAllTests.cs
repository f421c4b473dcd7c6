using BetterTogether.Learning.Domain.Bookings;
using static BetterTogether.Learning.Domain.Bookings.BookingStatus;

namespace BetterTogether.Learning.Domain.Tests.Bookings;

/// <summary>The session is on Wednesday 2 September; Monday 31 August is a bank holiday, so its last two working days begin on Friday 28.</summary>
public sealed class OfferToAllTests
{
    private static readonly DateTime Late = A.London("2026-09-01 14:00");

    [Theory]
    [InlineData("2026-08-27 23:59", false)]
    [InlineData("2026-08-28 00:00", true)]
    [InlineData("2026-09-02 09:59", true)]
    public void In_the_last_two_working_days_a_freed_place_is_offered_to_all(string now, bool toAll)
    {
        var places = new Places(capacity: 1, people: 3) { NowUtc = A.London(now) };

        places.Cancel(0);

        Assert.Equal([Cancelled, Offered, toAll ? Offered : Waiting], places.Statuses);
        Assert.Equal(toAll ? 1 : 0, places.Session.HeldForAll);
        Assert.Equal(1, places.Session.Held);
    }

    [Fact]
    public void It_is_held_once_until_the_start()
    {
        var places = new Places(capacity: 1, people: 4) { NowUtc = Late };

        places.Cancel(0);

        Assert.Equal((1, 1, 0), (places.Session.Held, places.Session.HeldForAll, places.Session.Waiting));
        Assert.All(places.Line, b => Assert.Equal((true, A.Start), (b.OfferedToAll, b.OfferedUntilUtc!.Value)));
    }

    [Fact]
    public void The_first_yes_has_it_and_the_others_go_back_to_their_positions()
    {
        var places = new Places(capacity: 1, people: 4) { NowUtc = Late };
        places.Cancel(0);

        Assert.Null(places.Accept(2));

        Assert.Equal([Cancelled, Waiting, Confirmed, Waiting], places.Statuses);
        Assert.Equal([places[1], places[3]], places.Last.Outrun);
        Assert.Equal((1, 0, 2), (places.Session.Held, places.Session.HeldForAll, places.Session.Waiting));
        Assert.Equal("not-offered", places.Accept(3));
    }

    [Fact]
    public void Two_places_go_to_the_first_two_who_say_yes()
    {
        var places = new Places(capacity: 2, people: 5) { NowUtc = Late };
        places.Cancel(0);
        places.Cancel(1);

        places.Accept(4);
        Assert.Empty(places.Last.Outrun);
        places.Accept(2);

        Assert.Equal([Cancelled, Cancelled, Confirmed, Waiting, Confirmed], places.Statuses);
        Assert.Equal((2, 0, 1), (places.Session.Held, places.Session.HeldForAll, places.Session.Waiting));
    }

    [Fact]
    public void A_no_leaves_the_place_to_the_others_and_the_last_no_frees_it()
    {
        var places = new Places(capacity: 1, people: 3) { NowUtc = Late };
        places.Cancel(0);

        places.Decline(1);
        Assert.Equal((1, 1), (places.Session.Held, places.Session.HeldForAll));
        places.Decline(2);

        Assert.Equal((0, 0, 1), (places.Session.Held, places.Session.HeldForAll, places.Session.PlacesFree));
    }

    [Fact]
    public void More_places_than_people_are_free_to_the_public()
    {
        var places = new Places(capacity: 1, people: 2) { NowUtc = Late };

        places.Resize(5);

        Assert.Equal((2, 1, 3), (places.Session.Held, places.Session.HeldForAll, places.Session.PlacesFree));
    }

    [Fact]
    public void An_offer_made_to_one_before_stays_theirs()
    {
        var places = new Places(capacity: 2, people: 4);
        places.NowUtc = A.London("2026-08-27 17:00");
        places.Cancel(0);
        places.NowUtc = A.London("2026-08-28 09:00");

        places.Cancel(1);

        Assert.Equal((false, true), (places[2].OfferedToAll, places[3].OfferedToAll));
        Assert.Equal((2, 1), (places.Session.Held, places.Session.HeldForAll));
    }
}
