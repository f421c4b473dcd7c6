using System.Net;
using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Bookings;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Bookings;

/// <summary>From one date of a topic to another: never without a place in between, and the calendar follows.</summary>
public sealed class OtherDateTests
{
    [Theory, BothDatabases]
    public async Task One_entry_leaves_the_calendar_and_another_comes_and_the_old_place_goes_to_the_next(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var (from, to) = (await academy.HasSessionAsync(capacity: 1), await academy.HasSessionAsync(capacity: 1, startsAtUtc: A.Start.AddMinutes(30))); // they overlap
        var (ada, waiting) = (await academy.HasAsync("ada"), await academy.HasAsync("waiting"));
        var booking = await ada.BooksAsync(from);
        var inLine = await waiting.BooksAsync(from);

        var page = await (await ada.GetPageAsync(Links.Booking(booking.Id))).SubmitAsync("Move my place here, Wednesday 2 September 2026, 10:30am");

        page.ShouldSay("You have a place").ShouldSay("10:30am");
        Assert.Equal([BookingStatus.Cancelled, BookingStatus.Confirmed], (await ada.MineAsync()).Select(b => b.Status));
        Assert.Equal(BookingStatus.Offered, (await waiting.SeesAsync(inLine)).Status);
        var mails = (await academy.MailsToAsync(ada)).ToList();
        var (old, cancel, request) = (mails.Single(m => m.Method == "REQUEST" && m.Line("DTSTART:") == "20260902T090000Z"), mails.Single(m => m.Method == "CANCEL"), mails.Single(m => m.Method == "REQUEST" && m.Line("DTSTART:") == "20260902T093000Z"));
        Assert.Equal((old.Uid, 1), (cancel.Uid, cancel.Sequence));
        Assert.NotEqual(old.Uid, request.Uid);
        await academy.AuditAsync();
    }

    [Fact]
    public async Task A_date_without_a_place_leaves_everything_as_it_was()
    {
        await using var academy = await Academy.OpenAsync();
        var (from, full) = (await academy.HasSessionAsync(), await academy.HasSessionAsync(capacity: 1, startsAtUtc: A.Start.AddDays(7)));
        await academy.FillAsync(full);
        var ada = await academy.HasAsync("ada");
        var booking = await ada.BooksAsync(from);

        (await ada.PostAsync($"{Links.ApiBooking(booking.Id)}/move", new MoveBody(full.Id))).ShouldBe(HttpStatusCode.Conflict, "no-place-there");
        (await ada.GetPageAsync(Links.Booking(booking.Id))).ShouldNotSay("Another date instead?");

        Assert.Equal(BookingStatus.Confirmed, Assert.Single(await ada.MineAsync()).Status);
        Assert.DoesNotContain(await academy.MailsToAsync(ada), m => m.Method == "CANCEL");
        await academy.AuditAsync();
    }

    [Theory, BothDatabases]
    public async Task Two_who_change_places_at_once_both_arrive(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var (one, two) = (await academy.HasSessionAsync(capacity: 2), await academy.HasSessionAsync(capacity: 2, startsAtUtc: A.Start.AddDays(7)));
        var (ada, grace) = (await academy.HasAsync("ada"), await academy.HasAsync("grace"));
        BookingView hers = await ada.BooksAsync(one), other = await grace.BooksAsync(two);

        var moved = await Task.WhenAll(ada.PostAsync($"{Links.ApiBooking(hers.Id)}/move", new MoveBody(two.Id)), grace.PostAsync($"{Links.ApiBooking(other.Id)}/move", new MoveBody(one.Id)));

        Assert.All(moved, m => m.ShouldBe(HttpStatusCode.OK));
        await academy.AuditAsync();
    }
}
