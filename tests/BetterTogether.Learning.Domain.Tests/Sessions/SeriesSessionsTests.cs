using BetterTogether.Learning.Domain.Sessions;

namespace BetterTogether.Learning.Domain.Tests.Sessions;

public sealed class SeriesSessionsTests
{
    private static readonly SlotPattern Ten = new(new(10, 0), new(11, 30), Parallel: 2);
    private static readonly SlotPattern Noon = new(new(12, 0), new(13, 0));

    private readonly Series series = Series.Create(A.Series() with { Slots = [Ten, Noon], LastMonth = A.Day("2026-12-01") }, A.Now).Value;

    [Fact]
    public void Each_day_gets_a_draft_a_slot_and_parallel_session()
    {
        var sessions = series.MakeSessions(A.Now);

        Assert.Equal(4 * 3, sessions.Count);
        Assert.All(sessions, s => Assert.Equal(SessionStatus.Draft, s.Status));
        Assert.Equal([(0, 0), (0, 1), (1, 0)], sessions.Take(3).Select(s => (s.Slot!.Slot, s.Slot.Parallel)));
    }

    [Fact]
    public void The_clock_on_the_wall_stays_when_the_clocks_change() =>
        Assert.Equal([A.London("2026-10-07 10:00"), A.London("2026-11-04 10:00")], series.MakeSessions(A.Now).Where(s => s.Slot is { Slot: 0, Parallel: 0 }).Skip(1).Take(2).Select(s => s.StartsAtUtc));

    [Fact]
    public void Days_that_are_past_are_not_made() => Assert.Equal(3 * 3 + 1, series.MakeSessions(A.London("2026-09-02 10:30")).Count);

    [Fact]
    public void A_change_is_carried_to_what_nobody_touched()
    {
        var sessions = series.MakeSessions(A.Now);
        var (moved, renamed, past, cancelled) = (sessions[0], sessions[1], sessions[2], sessions[3]);
        moved.Change(moved.Details with { Dates = [A.Period("2026-09-03 14:00")] }, A.Now);
        renamed.Change(renamed.Details with { Title = "Play", Place = "Library" }, A.Now);
        cancelled.Cancel(A.Now);

        var changed = series.Change(series.Details with { Slots = [Ten with { Starts = new(9, 30) }, Noon], Place = "Annexe" }, sessions.Except([past]), A.Now).Value;

        Assert.Equal((A.London("2026-09-03 14:00"), "Annexe"), (moved.StartsAtUtc, moved.Place));
        Assert.Equal((A.London("2026-09-02 09:30"), "Play", "Library"), (renamed.StartsAtUtc, renamed.Title, renamed.Place));
        Assert.Equal(A.London("2026-10-07 10:00"), cancelled.StartsAtUtc);
        Assert.Equal((A.London("2026-10-07 09:30"), "Annexe"), (sessions[4].StartsAtUtc, sessions[4].Place));
        Assert.Equal(10, changed.Count);
    }

    [Fact]
    public void A_session_that_has_begun_stays_as_it_was()
    {
        var sessions = series.MakeSessions(A.Now);

        var changed = series.Change(series.Details with { Capacity = 20 }, sessions, A.London("2026-09-02 10:00")).Value;

        Assert.Equal(12 - 2, changed.Count);
        Assert.Equal((10, 20), (sessions[0].Capacity, sessions[2].Capacity));
    }

    [Fact]
    public void Held_places_refuse_a_smaller_series()
    {
        var sessions = series.MakeSessions(A.Now);
        sessions[0].Change(sessions[0].Details with { Title = "Play", Place = "Library" }, A.Now);
        sessions[0].Publish(A.Now);
        A.Booking(sessions[0]);
        A.Booking(sessions[0]);

        Assert.Equal("capacity-below-held", series.Change(series.Details with { Capacity = 1 }, sessions, A.Now).Refusal?.Code);
    }

    [Fact]
    public void The_number_of_slots_stays() => Assert.Equal("slots-differ", series.Change(series.Details with { Slots = [Ten] }, [], A.Now).Refusal?.Code);

    [Fact]
    public void A_change_that_changes_nothing_changes_nothing() => Assert.Empty(series.Change(series.Details, series.MakeSessions(A.Now), A.Now).Value);
}
