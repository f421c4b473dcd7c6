using System.Net;
using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Bookings;

/// <summary>A freed place is held for the first in line, for eight of their own working hours.</summary>
public sealed class OffersInTurnTests
{
    private const WorkingDays EarlyWeek = WorkingDays.Monday | WorkingDays.Tuesday | WorkingDays.Wednesday;

    [Theory]
    [InlineData("2026-07-03 17:00", WorkingDays.MondayToFriday, "2026-07-06 15:00")] // Friday 5pm: an hour is left, seven go on Monday
    [InlineData("2026-07-03 17:00", WorkingDays.Tuesday, "2026-07-07 16:00")]
    [InlineData("2026-07-02 09:00", EarlyWeek, "2026-07-06 16:00")]
    [InlineData("2026-08-28 17:00", WorkingDays.MondayToFriday, "2026-09-01 15:00")] // the Monday is a bank holiday
    public async Task An_offer_holds_for_working_hours_of_the_person_it_is_made_to(string cancelledAt, WorkingDays works, string until)
    {
        await using var academy = await Academy.OpenAsync();
        var session = await academy.HasSessionAsync(capacity: 1, startsAtUtc: A.London("2026-09-30 10:00"));
        var (ada, bea) = (await academy.HasAsync("ada"), await academy.HasAsync("bea", works: works));
        var held = await ada.BooksAsync(session);
        var waiting = await bea.BooksAsync(session);
        await academy.PassesToAsync(A.London(cancelledAt).AddSeconds(-31));

        await ada.CancelsAsync(held);

        var offer = await bea.SeesAsync(waiting);
        Assert.Equal((BookingStatus.Offered, A.London(until)), (offer.Status, offer.OfferUntilUtc));
        (await bea.GetPageAsync(Links.Booking(offer.Id))).ShouldSay($"A place is held for you until {A.London(until).Words()}");
    }

    [Theory, BothDatabases]
    public async Task An_offer_nobody_answers_passes_on_and_the_position_is_kept(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var (session, line) = await FullWithLineAsync(academy, waiting: 3);
        var until = (await line[0].Who.SeesAsync(line[0].Booking)).OfferUntilUtc!.Value;

        await academy.PassesToAsync(until.AddSeconds(-62));
        Assert.Equal(BookingStatus.Offered, (await line[0].Who.SeesAsync(line[0].Booking)).Status);
        await academy.PassesToAsync(until);

        Assert.Equal((BookingStatus.Waiting, (int?)1), await SeesAsync(line[0]));
        Assert.Equal((BookingStatus.Offered, null), await SeesAsync(line[1]));
        Assert.Equal((BookingStatus.Waiting, (int?)2), await SeesAsync(line[2]));
        (await line[0].Who.AsksAsync("accept", line[0].Booking.Id)).ShouldBe(HttpStatusCode.Conflict, "not-offered");
        Assert.Single(await academy.MailsToAsync(line[0].Who), m => m.Subject.StartsWith("The place went to the next person", StringComparison.Ordinal));
        Assert.Single(await academy.MailsToAsync(line[1].Who), m => m.Subject.StartsWith("A place for you", StringComparison.Ordinal));
        Assert.Equal(1, (await academy.SessionAsync(session)).Held);
        await academy.AuditAsync();
    }

    [Fact]
    public async Task One_session_that_cannot_be_swept_holds_up_no_other()
    {
        await using var academy = await Academy.OpenAsync();
        var offered = new List<(Session Session, BookingView Offer)>();
        for (var i = 0; i < 3; i++)
        {
            var session = await academy.HasSessionAsync(capacity: 1, startsAtUtc: A.Start.AddDays(i));
            var (held, waits) = (await (await academy.HasAsync($"ada{i}")).BooksAsync(session), await (await academy.HasAsync($"bea{i}")).BooksAsync(session));
            await academy.Desk.CancelsAsync(held);
            offered.Add((session, waits));
        }
        var inOrder = offered.OrderBy(o => o.Session.Id.ToString()).ToList();
        foreach (var (session, _) in new[] { inOrder[0], inOrder[2] })
        {
            var trigger = $"CREATE TRIGGER broken{session.Id:n} BEFORE UPDATE ON bookings WHEN upper(NEW.\"SessionId\") = '{session.Id.ToString().ToUpperInvariant()}' BEGIN SELECT RAISE(ABORT, 'broken'); END";
            await academy.App.Ask(db => db.Database.ExecuteSqlRawAsync(trigger));
        }
        var until = (await academy.BookingAsync(inOrder[1].Offer.Id)).OfferedUntilUtc!.Value;

        academy.Clock.JumpTo(until.AddSeconds(31));

        await Eventually.HoldsAsync(async () => (await academy.BookingAsync(inOrder[1].Offer.Id)).OfferedUntilUtc is { } next && next > until, "the sound one was swept, and is offered anew to the only one who waits");
        Assert.Equal(until.Date, (await academy.BookingAsync(inOrder[0].Offer.Id)).OfferedUntilUtc!.Value.Date);
    }

    [Theory, BothDatabases]
    public async Task Declining_passes_the_place_on_at_once_and_leaves_the_line(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var (_, line) = await FullWithLineAsync(academy, waiting: 2);

        (await (await line[0].Who.GetPageAsync(Links.Booking(line[0].Booking.Id))).SubmitAsync("Let it go")).ShouldSay("You let this place go");

        Assert.Equal((BookingStatus.Declined, null), await SeesAsync(line[0]));
        Assert.Equal((BookingStatus.Offered, null), await SeesAsync(line[1]));
        await academy.AuditAsync();
    }

    [Theory, BothDatabases]
    public async Task More_places_are_offered_not_given(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var session = await academy.HasSessionAsync(capacity: 1);
        await academy.FillAsync(session);
        var line = await JoinAsync(academy, session, 3);

        (await academy.Desk.PatchAsync(session, new { capacity = 3 })).ShouldBe(HttpStatusCode.OK);

        Assert.Equal([BookingStatus.Offered, BookingStatus.Offered, BookingStatus.Waiting], await Task.WhenAll(line.Select(async l => (await SeesAsync(l)).Status)));
        Assert.All(await academy.MailsToAsync(line[0].Who), m => Assert.Null(m.Method)); // nobody has an invite without a yes
        await academy.AuditAsync();
    }

    [Theory, BothDatabases]
    public async Task A_newcomer_does_not_jump_the_line(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var (session, line) = await FullWithLineAsync(academy, waiting: 2);
        var newcomer = await academy.HasAsync("newcomer");

        var before = await newcomer.SeesAsync(session);
        var joined = await newcomer.BooksAsync(session);

        Assert.Equal((0, 1), (before.PlacesFree, before.Waiting));
        Assert.Equal((BookingStatus.Waiting, (int?)2), (joined.Status, joined.Position));
        Assert.Equal(BookingStatus.Confirmed, (await line[0].Who.AcceptsAsync(line[0].Booking)).Status);
        await academy.AuditAsync();
    }

    [Theory, BothDatabases]
    public async Task When_the_session_begins_the_line_is_let_go(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var session = await academy.HasSessionAsync(capacity: 1);
        var holder = (await academy.FillAsync(session))[0];
        var line = await JoinAsync(academy, session, 2);

        await academy.PassesToAsync(A.Start);

        foreach (var one in line) { Assert.Equal((BookingStatus.Expired, null), await SeesAsync(one)); }
        (await line[0].Who.GetPageAsync(Links.Booking(line[0].Booking.Id))).ShouldSay("No place came up in time");
        (await holder.AsksAsync("cancel", (await holder.MineAsync())[0].Id)).ShouldBe(HttpStatusCode.Conflict, "already-begun");
        (await (await academy.HasAsync("late")).AsksForAsync(session)).ShouldBe(HttpStatusCode.Conflict, "already-begun");
        await academy.AuditAsync();
    }

    [Theory, BothDatabases]
    public async Task Who_gave_up_an_earlier_date_for_a_reason_stands_first_on_the_next(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var (earlier, next) = (await academy.HasSessionAsync(), await academy.HasSessionAsync(capacity: 1, startsAtUtc: A.Start.AddDays(14)));
        var (ada, bea) = (await academy.HasAsync("ada"), await academy.HasAsync("bea"));
        var given = await ada.BooksAsync(earlier);
        await academy.FillAsync(next);
        var first = await bea.BooksAsync(next);

        (await (await ada.GetPageAsync(Links.Booking(given.Id))).SubmitAsync("I can't come", ("Reason", nameof(CancelReason.Court)))).ShouldSay("you go first on its list");
        var back = await ada.BooksAsync(next);

        Assert.Equal((BookingStatus.Waiting, (int?)1), (back.Status, back.Position));
        Assert.Equal(2, (await bea.SeesAsync(first)).Position);
        (await ada.GetPageAsync(Links.Booking(back.Id))).ShouldSay("ahead of others because you gave up an earlier date for a good reason");
        await academy.AuditAsync();
    }

    [Fact]
    public async Task A_session_moved_forward_does_not_leave_an_offer_open_beyond_its_start()
    {
        await using var academy = await Academy.OpenAsync();
        var (session, line) = await FullWithLineAsync(academy, waiting: 1);
        var starts = A.London("2026-07-02 11:00"); // the offer, made at half past midnight, holds until 4pm

        (await academy.Desk.PatchAsync(session, new { startsAtUtc = starts, endsAtUtc = starts.AddHours(1) })).ShouldBe(HttpStatusCode.OK);

        Assert.True((await line[0].Who.SeesAsync(line[0].Booking)).OfferUntilUtc <= starts);
    }

    /// <summary>One place, given back while people wait: the first of them has the offer.</summary>
    private static async Task<(Session Session, IReadOnlyList<(Somebody Who, BookingView Booking)> Line)> FullWithLineAsync(Academy academy, int waiting)
    {
        var session = await academy.HasSessionAsync(capacity: 1);
        var holder = (await academy.FillAsync(session))[0];
        var line = await JoinAsync(academy, session, waiting);
        await holder.CancelsAsync((await holder.MineAsync())[0]);
        return (session, line);
    }

    private static async Task<IReadOnlyList<(Somebody Who, BookingView Booking)>> JoinAsync(Academy academy, Session session, int count)
    {
        var line = new List<(Somebody, BookingView)>();
        foreach (var who in await academy.HasCrowdAsync(count, "line")) { line.Add((who, await who.BooksAsync(session))); }
        return line;
    }

    private static async Task<(BookingStatus Status, int? Position)> SeesAsync((Somebody Who, BookingView Booking) one)
    {
        var now = await one.Who.SeesAsync(one.Booking);
        return (now.Status, now.Position);
    }
}
