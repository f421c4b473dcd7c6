using System.Net;
using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Bookings;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Circles;

/// <summary>A circle that is planned stands in the calendars of its people, follows every change, and leaves them when it is called off.</summary>
public sealed class CircleInvitesTests
{
    private const string Call = "https://meet.demo.example/circle";

    [Theory, BothDatabases]
    public async Task Everybody_with_a_seat_is_invited_once_however_often_it_is_sent(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var (facilitator, ana, ben) = await PeopleAsync(academy);

        var id = await PlanAsync(facilitator, key: "once", ana, ben);
        Assert.Equal(id, await PlanAsync(facilitator, key: "once", ana, ben));

        var mails = await academy.MailsAsync();
        Assert.Equal(new[] { ana.Email, ben.Email, facilitator.Email }, mails.Select(m => m.To).Order());
        Assert.All(mails, mail =>
        {
            Assert.Equal(("REQUEST", 0, "20260708T090000Z", "20260708T100000Z", "How was our week?"), (mail.Method, mail.Sequence, mail.Line("DTSTART:"), mail.Line("DTEND:"), mail.Line("SUMMARY:")));
            foreach (var words in new[] { $"/circles/{id}", Call }) { Assert.All(new[] { mail.Text, mail.Html, mail.Line("DESCRIPTION:") }, part => Assert.Contains(words, part, StringComparison.Ordinal)); }
            // What it is for, and who else comes, is nobody's business who reads a calendar over a shoulder.
            foreach (var words in new[] { "Listening", "What do you need", mail.To == ana.Email ? ben.Name : ana.Name }) { Assert.DoesNotContain(words, mail.Text + mail.Html + string.Concat(mail.Calendar), StringComparison.Ordinal); }
        });
        Assert.Contains($"{facilitator.Name} facilitates it.", mails.Single(m => m.To == ana.Email).Text, StringComparison.Ordinal);
        Assert.Contains("You facilitate the circle", mails.Single(m => m.To == facilitator.Email).Text, StringComparison.Ordinal);
        Assert.True(await academy.App.Ask(db => db.Outbox.AllAsync(m => m.DropBodyOnceSent)));
    }

    [Theory, BothDatabases]
    public async Task Another_plan_updates_who_stays_cancels_who_leaves_and_invites_who_is_new(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var (facilitator, ana, ben) = await PeopleAsync(academy);
        var cleo = await academy.HasAsync("cleo");
        var id = await PlanAsync(facilitator, key: null, ana, ben);
        var first = await academy.MailsAsync();

        await ReplanAsync(facilitator, id, ("Form.Starts", "14:00"), ("Form.Participants", $"{ana.Email}\n{cleo.Email}"));

        var mails = (await academy.MailsAsync()).Where(m => first.All(f => f.MessageId != m.MessageId)).ToDictionary(m => m.To);
        Assert.Equal(new[] { ana.Email, ben.Email, cleo.Email, facilitator.Email }, mails.Keys.Order());
        var (stays, leaves, comes) = (mails[ana.Email], mails[ben.Email], mails[cleo.Email]);
        Assert.Equal(("REQUEST", 1, first.Single(m => m.To == ana.Email).Uid, "20260708T130000Z"), (stays.Method, stays.Sequence, stays.Uid, stays.Line("DTSTART:")));
        Assert.Contains("The time was Wednesday 8 July 2026, 10am to 11am. It is now Wednesday 8 July 2026, 2pm to 3pm.", stays.Text, StringComparison.Ordinal);
        Assert.Equal(("CANCEL", 1, first.Single(m => m.To == ben.Email).Uid, "20260708T090000Z"), (leaves.Method, leaves.Sequence, leaves.Uid, leaves.Line("DTSTART:")));
        Assert.Contains("planned without you", leaves.Text, StringComparison.Ordinal);
        Assert.Equal(("REQUEST", 0, "20260708T130000Z"), (comes.Method, comes.Sequence, comes.Line("DTSTART:")));
    }

    [Fact]
    public async Task A_plan_that_shows_nothing_new_is_no_news_and_who_comes_back_has_a_new_entry()
    {
        await using var academy = await Academy.OpenAsync();
        var (facilitator, ana, ben) = await PeopleAsync(academy);
        var id = await PlanAsync(facilitator, key: null, ana, ben);

        await ReplanAsync(facilitator, id, ("Form.Format", "checkIn"), ("Form.CoFacilitators", ana.Email));
        Assert.Equal(3, (await academy.MailsAsync()).Count);

        await ReplanAsync(facilitator, id, ("Form.Participants", ana.Email));
        await ReplanAsync(facilitator, id, ("Form.Participants", $"{ana.Email}\n{ben.Email}"));
        var bens = await academy.MailsToAsync(ben);
        // Each entry's mails go in order; between two entries there is none.
        Assert.Equal(["REQUEST", "REQUEST CANCEL"], bens.GroupBy(m => m.Uid).Select(entry => string.Join(' ', entry.OrderBy(m => m.Sequence).Select(m => m.Method))).Order());
    }

    [Fact]
    public async Task Quick_edits_are_one_mail_and_what_is_changed_back_was_never_said()
    {
        await using var academy = await Academy.OpenAsync(settings: ("Mail:ChangesWaitSeconds", "5"));
        var (facilitator, ana, ben) = await PeopleAsync(academy);
        var id = await PlanAsync(facilitator, key: null, ana, ben);

        await ReplanAsync(facilitator, id, ("Form.Title", "After the flood"));
        await ReplanAsync(facilitator, id, ("Form.Title", "After the storm"), ("Form.CallUrl", ""));
        var waiting = await academy.App.Ask(db => db.Outbox.Where(m => m.State == MailState.Queued && m.Template == "circles/changed").ToListAsync());
        Assert.Equal(3, waiting.Count);
        Assert.All(waiting, m => Assert.Contains("How was our week?", m.Values, StringComparison.Ordinal));

        await ReplanAsync(facilitator, id, ("Form.Title", "How was our week?"), ("Form.CallUrl", Call));
        Assert.False(await academy.App.Ask(db => db.Outbox.AnyAsync(m => m.State == MailState.Queued)));
    }

    [Theory, BothDatabases]
    public async Task One_that_is_called_off_leaves_the_calendars_and_says_so_in_its_room(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var (facilitator, ana, ben) = await PeopleAsync(academy);
        var id = await PlanAsync(facilitator, key: null, ana, ben);
        var first = await academy.MailsAsync();

        var door = await facilitator.GetPageAsync(Links.Circle(id));
        var off = await (await door.SubmitAsync("I agree")).SubmitAsync("Call it off for everybody");

        (await ana.GetPageAsync(Links.Circles)).ShouldSay("How was our week?").ShouldSay("Called off").ShouldNotSay("closed");
        off.ShouldSay("This circle did not take place.").ShouldNotSay("Did you feel heard?").ShouldNotSay("Thank you for being here");
        var mails = (await academy.MailsAsync()).Where(m => first.All(f => f.MessageId != m.MessageId)).ToList();
        Assert.Equal(first.Select(m => (m.To, m.Uid)).Order(), mails.Select(m => (m.To, m.Uid)).Order());
        Assert.All(mails, m => Assert.Equal(("CANCEL", 1, "CANCELLED"), (m.Method, m.Sequence, m.Line("STATUS:"))));
        Assert.Contains("does not take place", mails[0].Text, StringComparison.Ordinal);
        Assert.True(await academy.App.Ask(db => db.AuditTrail.AnyAsync(a => a.Event == "circle-called-off" && a.SubjectId == id)));
    }

    [Theory, BothDatabases]
    public async Task Whoever_is_asked_to_leave_before_it_begins_has_it_in_the_calendar_no_longer_and_hears_it_once(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var (facilitator, ana, ben) = await PeopleAsync(academy);
        var id = await PlanAsync(facilitator, key: null, ana, ben);
        var first = (await academy.MailsToAsync(ben)).Single();
        var seat = (await facilitator.GetAsync($"/api/v1/circles/{id}")).Json.GetProperty("seats").EnumerateArray().Single(s => s.GetProperty("name").GetString() == ben.Name).GetProperty("seatId").GetString();

        (await facilitator.PostAsync($"/api/v1/circles/{id}/commands", new { id = "a", kind = "askToLeave", seatId = seat })).ShouldBe(HttpStatusCode.OK);

        var off = (await academy.MailsToAsync(ben)).Single(m => m.MessageId != first.MessageId);
        Assert.Equal(("CANCEL", 1, first.Uid), (off.Method, off.Sequence, off.Uid));
        Assert.Contains("planned without you", off.Text, StringComparison.Ordinal);
        // Another plan names them no more, and nobody else hears of it.
        await ReplanAsync(facilitator, id, ("Form.Format", "checkIn"));
        Assert.Equal(4, (await academy.MailsAsync()).Count);
        (await (await facilitator.GetPageAsync(Links.ChangeCircle(id))).SubmitAsync("Save the plan", ("Form.Participants", $"{ana.Email}\n{ben.Email}"))).ShouldSay($"{ben.Name} cannot come back into this circle.");
    }

    [Fact]
    public async Task A_waiting_room_opened_a_week_before_waits_for_its_time_and_nobody_is_told_it_is_off()
    {
        await using var academy = await Academy.OpenAsync();
        var (facilitator, ana, ben) = await PeopleAsync(academy);
        var id = await PlanAsync(facilitator, key: null, ana, ben);
        await (await (await facilitator.GetPageAsync(Links.Circle(id))).SubmitAsync("I agree")).SubmitAsync("Open the waiting room");

        academy.Clock.JumpTo(academy.Clock.NowUtc.AddMinutes(2));
        await Eventually.HoldsAsync(() => academy.App.Ask(async db => !await db.CircleLeases.AnyAsync()), "the facilitator's page is gone");
        Assert.Equal(A.London("2026-07-08 22:00"), await academy.App.Ask(db => db.Circles.Select(c => c.DueAtUtc).SingleAsync()));

        academy.Clock.JumpTo(A.London("2026-07-08 22:01"));
        await Eventually.HoldsAsync(() => academy.App.Ask(db => db.Circles.AnyAsync(c => c.Status == CircleStatus.Abandoned)), "it is over");
        Assert.All(await academy.MailsAsync(), mail => Assert.Equal("REQUEST", mail.Method));
        (await ana.GetPageAsync(Links.Circles)).ShouldSay("Did not take place").ShouldNotSay("Called off");
    }

    [Fact]
    public async Task A_persons_own_feed_shows_it_under_the_uid_of_its_invite_for_as_long_as_it_is_planned()
    {
        await using var academy = await Academy.OpenAsync();
        var (facilitator, ana, ben) = await PeopleAsync(academy);
        var page = await (await ana.GetPageAsync(Links.MyCalendar)).SubmitAsync("Make my address");
        var feed = new Uri(page.Document.QuerySelector("#address")!.GetAttribute("value")!).PathAndQuery;
        var id = await PlanAsync(facilitator, key: null, ana, ben);
        await ReplanAsync(facilitator, id, ("Form.Title", "After the storm"));
        using var calendar = academy.App.Anonymous();

        var shown = (await calendar.GetAsync(feed)).Body;
        foreach (var line in new[] { "SUMMARY:After the storm", "DTSTART:20260708T090000Z", (await academy.MailsToAsync(ana))[0].Uid, $"/circles/{id}" }) { Assert.Contains(line, string.Concat(Domain.Calendars.CalendarText.Unfold(shown)), StringComparison.Ordinal); }
        Assert.DoesNotContain(ben.Name, shown, StringComparison.Ordinal);

        await ReplanAsync(facilitator, id, ("Form.Participants", ben.Email));
        Assert.DoesNotContain("BEGIN:VEVENT", (await calendar.GetAsync(feed)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_was_held_stays_in_the_diaries()
    {
        await using var app = await TestApp.StartAsync();
        var room = await (await RoomWithoutScript.PlanAsync(app)).BegunAsync();
        (await room.CloseAsync()).ShouldSay("Thank you for being here");
        (await room.As("ana").GetPageAsync(Links.Circles)).ShouldSay("Closed").ShouldNotSay("Called off");
        Assert.Equal(["circles/planned"], await app.Ask(db => db.Outbox.Select(m => m.Template).Distinct().ToListAsync()));
    }

    private static async Task<(Somebody Facilitator, Somebody Ana, Somebody Ben)> PeopleAsync(Academy academy) =>
        (await academy.HasAsync("facilitator", Roles.Facilitator), await academy.HasAsync("ana"), await academy.HasAsync("ben"));

    private static async Task<Guid> PlanAsync(Somebody facilitator, string? key, params Somebody[] people)
    {
        var made = await facilitator.PostAsync(
            "/api/v1/circles", new { title = "How was our week?", format = "listening", startsAtUtc = A.London("2026-07-08 10:00"), minutes = 60, participantEmails = people.Select(p => p.Email), callUrl = Call },
            key is null ? [] : [("Idempotency-Key", key)]);
        return made.ShouldBe(HttpStatusCode.Created).Json.GetProperty("id").GetGuid();
    }

    private static async Task ReplanAsync(Somebody facilitator, Guid id, params (string, string)[] fields) =>
        (await (await facilitator.GetPageAsync(Links.ChangeCircle(id))).SubmitAsync("Save the plan", fields)).ShouldNotSay("Please look at this again");
}
