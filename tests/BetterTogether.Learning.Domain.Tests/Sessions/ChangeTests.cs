using BetterTogether.Learning.Domain.Sessions;

namespace BetterTogether.Learning.Domain.Tests.Sessions;

public sealed class ChangeTests
{
    [Theory, InlineData(3, null), InlineData(2, null), InlineData(1, "capacity-below-held")]
    public void There_cannot_be_fewer_places_than_are_held(int capacity, string? refusal)
    {
        var session = A.Session(capacity: 3);
        A.Booking(session);
        A.Booking(session);

        var no = session.Change(session.Details with { Capacity = capacity }, A.Now).Refusal;

        Assert.Equal(refusal, no?.Code);
        if (no is not null) { Assert.Equal("2 places are held, so there cannot be fewer than 2. Enter 2 or more, or release places first.", no.Message); }
    }

    [Fact]
    public void A_change_tells_what_it_was_and_what_it_is()
    {
        var session = A.Session();

        var change = session.Change(session.Details with { Dates = [A.Period(A.Start.AddDays(7))], Place = "Library" }, A.Now).Value;

        Assert.True(change is { Moved: true, Relocated: true, Renamed: false, MattersToThoseBooked: true });
        Assert.Equal((A.Start, A.Start.AddDays(7)), (change.Before.Dates[0].StartsAtUtc, change.After.Dates[0].StartsAtUtc));
        Assert.Equal(A.Start.AddDays(7), session.StartsAtUtc);
    }

    [Fact]
    public void A_change_of_the_cost_code_is_nobody_elses_business()
    {
        var session = A.Session();

        Assert.False(session.Change(session.Details with { CostCode = "CC2" }, A.Now).Value.MattersToThoseBooked);
    }

    [Fact]
    public void A_date_that_moves_keeps_its_identity()
    {
        var session = A.Session(A.Details() with { Dates = [A.Period(A.Start), A.Period(A.Start.AddDays(7))] });
        var ids = session.Dates.Select(d => d.Id).ToList();

        session.Change(session.Details with { Dates = [A.Period(A.Start.AddDays(1)), A.Period(A.Start.AddDays(8)), A.Period(A.Start.AddDays(9))] }, A.Now);

        Assert.Equal(ids, session.Dates.Take(2).Select(d => d.Id));
        Assert.Equal(A.Start.AddDays(9).AddMinutes(90), session.EndsAtUtc);
    }

    [Fact]
    public void Dates_that_stay_when_they_are_are_the_same_dates_whatever_becomes_of_the_others()
    {
        var session = A.Session(A.Details() with { Dates = [A.Period(A.Start), A.Period(A.Start.AddDays(7)), A.Period(A.Start.AddDays(14))] });
        var ids = session.Dates.Select(d => d.Id).ToList();

        var change = session.Change(session.Details with { Dates = [A.Period(A.Start.AddDays(7)), A.Period(A.Start.AddDays(15))] }, A.Now).Value;

        var dates = session.Dates.OrderBy(d => d.StartsAtUtc).ToList();
        Assert.Equal([(ids[1], A.Start.AddDays(7)), (ids[0], A.Start.AddDays(15))], dates.Select(d => (d.Id, d.StartsAtUtc)));
        Assert.Equal(A.Start.AddDays(14), change.Was[ids[2]].StartsAtUtc);
        Assert.Equal([false, true], dates.Select(change.Concerns));
    }

    [Fact]
    public void A_date_is_moved_into_the_future_only_but_a_past_one_may_stay()
    {
        var session = A.Session(A.Details() with { Dates = [A.Period(A.Start), A.Period(A.Start.AddDays(7))] });
        var between = A.Start.AddDays(1);

        Assert.Null(session.Change(session.Details with { Place = "Library" }, between).Refusal);
        Assert.Equal("in-the-past", session.Change(session.Details with { Dates = [A.Period(A.Start), A.Period(A.Start.AddHours(3))] }, between).Refusal?.Code);
    }

    [Fact]
    public void Every_change_raises_the_version_and_a_refused_one_does_not()
    {
        var session = A.Draft();

        session.Change(session.Details with { Title = "Play" }, A.Now);
        session.Change(session.Details with { Capacity = 0 }, A.Now);

        Assert.Equal(2, session.Version);
    }

    [Fact]
    public void A_cancelled_session_stays_as_it_was()
    {
        var session = A.Session();
        session.Cancel(A.Now);

        Assert.Equal("session-cancelled", session.Change(session.Details with { Title = "Play" }, A.Now).Refusal?.Code);
        Assert.Equal("session-cancelled", session.Publish(A.Now).Refusal?.Code);
    }
}
