using static BetterTogether.Learning.Domain.Bookings.BookingStatus;

namespace BetterTogether.Learning.Domain.Tests.Bookings;

public sealed class CallOffTests
{
    [Theory, InlineData("2026-07-02 09:00"), InlineData("2026-09-01 14:00")]
    public void Calling_off_lets_everybody_go(string now)
    {
        var places = new Places(capacity: 2, people: 5) { NowUtc = A.London(now) };
        places.Cancel(0);

        Assert.Null(places.CallOff());

        Assert.All(places.Statuses, status => Assert.Equal(Cancelled, status));
        Assert.Equal((0, 0, 0), (places.Session.Held, places.Session.HeldForAll, places.Session.Waiting));
    }
}
