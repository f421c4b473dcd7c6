using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Tests.Bookings;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Circles;

/// <summary>Whoever has a place on a session that is a circle finds the way in wherever the place is told of.</summary>
public sealed class SessionCircleLinksTests
{
    [Fact]
    public async Task A_place_carries_the_way_in_and_waiting_for_one_does_not()
    {
        await using var academy = await Academy.OpenAsync();
        var (ana, waiting) = (await academy.HasAsync("ana"), await academy.HasAsync("waiting"));
        var session = await academy.HasAsync(A.Details(capacity: 1, kind: SessionKind.Circle, title: "Circle for all"));
        var wayIn = Links.SessionCircle(session.Id);

        var booking = await ana.BooksAsync(session);
        var line = await waiting.BooksAsync(session);
        await academy.Desk.PatchAsync(session, new { title = "A circle for all" });

        var mails = await academy.MailsToAsync(ana);
        Assert.Equal(2, mails.Count);
        Assert.All(mails, mail => Assert.All(new[] { mail.Text, mail.Html, mail.Line("DESCRIPTION:") }, part => Assert.Contains(wayIn, part, StringComparison.Ordinal)));
        foreach (var page in new[] { Links.MyBookings, Links.Session(session.Id), Links.Booking(booking.Id) }) { Assert.Contains(wayIn, (await ana.GetPageAsync(page)).Document.Body!.InnerHtml, StringComparison.Ordinal); }

        Assert.All(await academy.MailsToAsync(waiting), mail => Assert.DoesNotContain(wayIn, mail.Text, StringComparison.Ordinal));
        foreach (var page in new[] { Links.MyBookings, Links.Session(session.Id), Links.Booking(line.Id) }) { Assert.DoesNotContain(wayIn, (await waiting.GetPageAsync(page)).Document.Body!.InnerHtml, StringComparison.Ordinal); }
    }

    [Fact]
    public async Task Once_it_is_there_my_bookings_lead_into_it_once()
    {
        await using var academy = await Academy.OpenAsync();
        var facilitator = await academy.HasAsync("facilitator", Roles.Facilitator);
        var ana = await academy.HasAsync("ana");
        var session = await academy.HasAsync(A.Details(kind: SessionKind.Circle, title: "Circle for all") with { Trainers = [facilitator.Id] });
        await ana.BooksAsync(session);
        var circle = await ana.GetPageAsync(Links.SessionCircle(session.Id));

        (await ana.GetPageAsync(Links.Circles)).ShouldSay("Circle for all").ShouldSay("Planned");
        var mine = (await ana.GetPageAsync(Links.MyBookings)).ShouldSay("Coming up").ShouldNotSay("Your circles");
        Assert.Single(mine.Document.QuerySelectorAll(".bt-session"));
        // Who facilitates has no booking, and finds it there.
        Assert.Contains(circle.Path, (await facilitator.GetPageAsync(Links.MyBookings)).ShouldSay("Your circles").Document.Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task My_bookings_say_look_in_until_people_gather_as_the_list_of_circles_does()
    {
        await using var academy = await Academy.OpenAsync();
        var (facilitator, ana) = (await academy.HasAsync("facilitator", Roles.Facilitator), await academy.HasAsync("ana"));
        var session = await academy.HasAsync(A.Details(kind: SessionKind.Circle, title: "Circle for all") with { Trainers = [facilitator.Id] });
        await ana.BooksAsync(session);

        (await ana.GetPageAsync(Links.MyBookings)).ShouldSay("Look in: Circle for all").ShouldNotSay("Go in");
        await ana.GetPageAsync(Links.SessionCircle(session.Id));
        foreach (var page in new[] { Links.MyBookings, Links.Circles }) { (await ana.GetPageAsync(page)).ShouldSay("Look in: Circle for all").ShouldNotSay("Go in"); }

        await (await facilitator.GetPageAsync(Links.SessionCircle(session.Id))).SubmitAsync("I agree");
        await (await facilitator.GetPageAsync(Links.SessionCircle(session.Id))).SubmitAsync("Open the waiting room");
        foreach (var page in new[] { Links.MyBookings, Links.Circles }) { (await ana.GetPageAsync(page)).ShouldSay("Go in: Circle for all").ShouldNotSay("Look in"); }
        await (await facilitator.GetPageAsync(Links.SessionCircle(session.Id))).SubmitAsync("Begin the circle", ("_recordingOff", "true"));
        await (await facilitator.GetPageAsync(Links.SessionCircle(session.Id))).SubmitAsync("Close it for everybody", ("confirmed", "true"));

        foreach (var page in new[] { Links.MyBookings, Links.Circles }) { (await ana.GetPageAsync(page)).ShouldSay("Circle for all").ShouldNotSay("Go in").ShouldNotSay("Look in"); }
    }

    [Fact]
    public async Task Whoever_facilitates_it_goes_in_from_its_page_and_from_where_they_manage_it()
    {
        await using var academy = await Academy.OpenAsync();
        var facilitator = await academy.HasAsync("facilitator", Roles.Facilitator);
        var session = await academy.HasAsync(A.Details(kind: SessionKind.Circle, title: "Circle for all") with { Trainers = [facilitator.Id] });

        foreach (var page in new[] { Links.Session(session.Id), Links.DeskSession(session.Id) })
        {
            (await academy.Desk.GetPageAsync(page)).ShouldSay("Circle for all").ShouldNotSay("Go into the circle");
            (await (await facilitator.GetPageAsync(page)).FollowAsync("Go into the circle")).ShouldSay("How we will be together");
        }
    }

    [Fact]
    public async Task Its_reminder_does_too_and_a_private_one_is_found_by_the_booking_alone()
    {
        await using var academy = await Academy.OpenAsync();
        var ana = await academy.HasAsync("ana");
        var open = await academy.HasAsync(A.Details(kind: SessionKind.Circle, startsAtUtc: A.London("2026-07-03 10:00")));
        var hidden = await academy.HasAsync(A.Details(kind: SessionKind.Circle, startsAtUtc: A.London("2026-07-10 10:00")) with { Visibility = Visibility.Private, Trainers = [academy.Desk.Id] });
        await ana.BooksAsync(open);
        await academy.Desk.BooksAsync(hidden, forWhom: ana);
        foreach (var day in new[] { "2026-07-02 12:00", "2026-07-09 12:00" })
        {
            await academy.PassesToAsync(A.London(day));
            await academy.App.RemindAsync();
            await academy.MailsAsync(); // sent before the next day, or it would have expired
        }

        var mails = await academy.MailsToAsync(ana);
        var ofTheHidden = mails.Where(mail => mail.Text.Contains("10 July", StringComparison.Ordinal)).ToList();
        Assert.Contains(ofTheHidden, mail => mail.Calendar.Count > 0);
        Assert.Contains(ofTheHidden, mail => mail.Calendar.Count == 0);
        Assert.Contains(mails, mail => mail.Calendar.Count == 0 && mail.Text.Contains(Links.SessionCircle(open.Id), StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.DoesNotContain(Links.SessionCircle(hidden.Id), mail.Text + string.Concat(mail.Calendar), StringComparison.Ordinal));
    }
}
