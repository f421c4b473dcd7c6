using System.Net;
using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Tests.Bookings;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Calendars;

/// <summary>Calendars that fetch by themselves.</summary>
public sealed class FeedTests
{
    [Fact]
    public async Task My_feed_follows_my_bookings_and_is_fetched_again_only_when_it_changed()
    {
        await using var academy = await Academy.OpenAsync();
        var (session, ada, other) = (await academy.HasSessionAsync(), await academy.HasAsync("ada"), await academy.HasAsync("other"));
        var address = await FeedAsync(ada);
        await other.BooksAsync(session);
        var booking = await ada.BooksAsync(session);
        using var calendar = academy.App.Anonymous();

        var first = await calendar.GetAsync(address);
        Assert.Equal((HttpStatusCode.OK, "text/calendar"), (first.Status, first.ContentType));
        var lines = CalendarText.Unfold(first.Body);
        foreach (var line in new[] { "METHOD:PUBLISH", "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H", "X-WR-CALNAME:My learning", "SUMMARY:Life story work", "DTSTART:20260902T090000Z" }) { Assert.Single(lines, line); }
        Assert.DoesNotContain(lines, l => l.StartsWith("ATTENDEE", StringComparison.Ordinal) || l.StartsWith("ORGANIZER", StringComparison.Ordinal));
        Assert.Contains((await academy.MailsToAsync(ada))[0].Uid, first.Body, StringComparison.Ordinal);

        var etag = first.Headers.ETag!.ToString();
        (await calendar.GetAsync(address, ("If-None-Match", etag))).ShouldBe(HttpStatusCode.NotModified);
        (await academy.Desk.PatchAsync(session, new { place = "Room 9" })).ShouldBe(HttpStatusCode.OK);
        Assert.Contains("LOCATION:Room 9", (await calendar.GetAsync(address, ("If-None-Match", etag))).ShouldBe(HttpStatusCode.OK).Body, StringComparison.Ordinal);

        await ada.CancelsAsync(booking);
        Assert.DoesNotContain("BEGIN:VEVENT", (await calendar.GetAsync(address)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_can_be_made_anew_and_ended_and_the_old_one_ends_at_once()
    {
        await using var academy = await Academy.OpenAsync();
        var ada = await academy.HasAsync("ada");
        using var calendar = academy.App.Anonymous();
        var first = await FeedAsync(ada);
        (await calendar.GetAsync(first)).ShouldBe(HttpStatusCode.OK);

        var second = Address(await (await ada.GetPageAsync(Links.MyCalendar)).SubmitAsync("Make a new address"));
        (await calendar.GetAsync(first)).ShouldBe(HttpStatusCode.NotFound);
        (await calendar.GetAsync(second)).ShouldBe(HttpStatusCode.OK);

        (await (await ada.GetPageAsync(Links.MyCalendar)).SubmitAsync("End this address")).ShouldSay("Make my address").ShouldSay("both together show everything twice");
        (await calendar.GetAsync(second)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_programme_and_its_sessions_tell_what_is_on_and_never_how_to_join_or_what_is_private()
    {
        await using var academy = await Academy.OpenAsync();
        var facilitator = await academy.HasAsync("facilitator", Domain.People.Roles.Facilitator);
        var open = await academy.HasAsync(A.Details(title: "Open to all") with { JoinUrl = "https://meet.demo.example/secret" });
        var clinic = await academy.HasAsync(A.Details(title: "A private one") with { Visibility = Visibility.Private, Trainers = [facilitator.Id] });
        var draft = A.Draft(A.Details(title: "A draft"));
        await academy.App.Has(draft);
        using var calendar = academy.App.Anonymous();

        var programme = (await calendar.GetAsync(Links.ProgrammeFeed)).ShouldBe(HttpStatusCode.OK);
        Assert.Contains("SUMMARY:Open to all", programme.Body, StringComparison.Ordinal);
        foreach (var secret in new[] { "meet.demo.example", "A private one", "A draft" }) { Assert.DoesNotContain(secret, programme.Body, StringComparison.Ordinal); }
        (await calendar.GetAsync(Links.ProgrammeFeed, ("If-None-Match", programme.Headers.ETag!.ToString()))).ShouldBe(HttpStatusCode.NotModified);

        Assert.Contains("SUMMARY:Open to all", (await calendar.GetAsync(Links.SessionFile(open.Id))).ShouldBe(HttpStatusCode.OK).Body, StringComparison.Ordinal);
        foreach (var hidden in new[] { clinic.Id, draft.Id, Guid.NewGuid() }) { (await calendar.GetAsync(Links.SessionFile(hidden))).ShouldBe(HttpStatusCode.NotFound); }
    }

    private static async Task<string> FeedAsync(Somebody who) => Address(await (await who.GetPageAsync(Links.MyCalendar)).SubmitAsync("Make my address"));

    private static string Address(Page page) => new Uri(page.Document.QuerySelector("#address")!.GetAttribute("value")!).PathAndQuery;
}
