using System.Net;
using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Demo;
using BetterTogether.Learning.Web.Tests.Bookings;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Circles;

/// <summary>Whoever facilitates a session's circle has no booking of it, and has it in the calendar all the same: it follows the session, and goes when they facilitate it no longer.</summary>
public sealed class SessionCircleInvitesTests
{
    [Theory, BothDatabases]
    public async Task It_is_there_with_the_way_in_moves_with_the_session_and_leaves_with_it(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var (facilitator, ana) = (await academy.HasAsync("facilitator", Roles.Facilitator), await academy.HasAsync("ana"));

        var session = await PublishAsync(academy, facilitator);

        var first = Assert.Single(await academy.MailsToAsync(facilitator));
        Assert.Equal(("REQUEST", 0, "20260902T090000Z", "Circle for all", "Room 2, Town Hall"), (first.Method, first.Sequence, first.Line("DTSTART:"), first.Line("SUMMARY:"), first.Line("LOCATION:").Replace("\\", "", StringComparison.Ordinal)));
        Assert.All(new[] { first.Text, first.Html, first.Line("DESCRIPTION:") }, part => Assert.Contains(Links.SessionCircle(session.Id), part, StringComparison.Ordinal));
        Assert.Contains("You facilitate Circle for all.", first.Text, StringComparison.Ordinal);

        // Its circle is planned by the first who comes, and that is no news to those who are invited.
        await ana.BooksAsync(session);
        await ana.GetPageAsync(Links.SessionCircle(session.Id));
        await academy.Desk.PatchAsync(session, new { description = "Come as you are" });
        Assert.Single(await academy.MailsToAsync(facilitator));

        await academy.Desk.PatchAsync(session, new { startsAtUtc = A.London("2026-09-03 14:00"), endsAtUtc = A.London("2026-09-03 15:30") });
        var moved = (await academy.MailsToAsync(facilitator))[^1];
        Assert.Equal(("REQUEST", 1, first.Uid, "20260903T130000Z"), (moved.Method, moved.Sequence, moved.Uid, moved.Line("DTSTART:")));
        Assert.Contains("The time was Wednesday 2 September 2026, 10am to 11:30am. It is now Thursday 3 September 2026, 2pm to 3:30pm.", moved.Text, StringComparison.Ordinal);

        (await academy.Desk.PostAsync($"{Links.ApiSession(session.Id)}/cancel", new { reason = "The room is flooded" })).ShouldBe(HttpStatusCode.OK);
        var off = (await academy.MailsToAsync(facilitator))[^1];
        Assert.Equal(("CANCEL", 2, first.Uid, "CANCELLED"), (off.Method, off.Sequence, off.Uid, off.Line("STATUS:")));
        Assert.Contains("The room is flooded", off.Text, StringComparison.Ordinal);
        Assert.Equal(3, (await academy.MailsToAsync(ana)).Count);
    }

    [Fact]
    public async Task To_look_at_it_tells_nobody_anything()
    {
        await using var academy = await Academy.OpenAsync();
        var (facilitator, ana) = (await academy.HasAsync("facilitator", Roles.Facilitator), await academy.HasAsync("ana"));
        // Published by nobody's press, as the demo's are.
        var session = await academy.HasAsync(A.Details(title: "Circle for all", kind: SessionKind.Circle) with { Trainers = [facilitator.Id] });
        await ana.BooksAsync(session);

        (await ana.GetPageAsync(Links.SessionCircle(session.Id))).ShouldSay("How we will be together");

        Assert.Empty(await academy.MailsToAsync(facilitator));
        Assert.Single(await academy.MailsToAsync(ana));
    }

    [Fact]
    public void Whoever_facilitates_a_circle_of_the_demo_has_it_in_the_calendar()
    {
        var demo = DemoData.At(A.Now);
        var wanted = from session in demo.Sessions
                     where session.Kind == SessionKind.Circle && session.Status == SessionStatus.Published
                     from trainer in session.Trainers
                     from date in session.Dates
                     select (session.Id, date.Id, trainer.PersonId);

        Assert.NotEmpty(wanted);
        Assert.Equal(wanted.Order(), demo.Invites.Where(i => i.Subject == InviteSubject.Session).Select(i => (i.SubjectId, i.OccurrenceId, i.PersonId)).Order());
    }

    [Theory, BothDatabases]
    public async Task Whoever_trains_there_no_longer_has_neither_entry_nor_seat_and_whoever_does_now_has_both(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var (facilitator, other, ana) = (await academy.HasAsync("facilitator", Roles.Facilitator), await academy.HasAsync("other", Roles.Facilitator), await academy.HasAsync("ana"));
        var session = await PublishAsync(academy, facilitator);
        await ana.BooksAsync(session);
        await ana.GetPageAsync(Links.SessionCircle(session.Id));

        (await academy.Desk.PatchAsync(session, new { trainers = new[] { other.Id } })).ShouldBe(HttpStatusCode.OK);

        var gone = (await academy.MailsToAsync(facilitator))[^1];
        Assert.Equal("CANCEL", gone.Method);
        Assert.Contains("is now planned without you", gone.Text, StringComparison.Ordinal);
        Assert.Equal("REQUEST", Assert.Single(await academy.MailsToAsync(other)).Method);
        Assert.Equal(HttpStatusCode.NotFound, (await facilitator.GetPageAsync(Links.SessionCircle(session.Id))).Status);
        await (await other.GetPageAsync(Links.SessionCircle(session.Id))).SubmitAsync("I agree");
        (await other.GetPageAsync(Links.SessionCircle(session.Id))).ShouldSay("Open the waiting room");
        Assert.Equal([(ana.Id, SeatRole.Participant), (other.Id, SeatRole.Facilitator)], (await academy.App.Ask(db => db.CircleSeats.Select(s => new { s.PersonId, s.Role }).ToListAsync())).Select(s => (s.PersonId, s.Role)).OrderBy(s => s.Role == SeatRole.Facilitator));

        // Nobody hears of a change that does not concern them, and with nobody named the circle is held by whoever held it.
        (await academy.Desk.PatchAsync(session, new { trainers = Array.Empty<Guid>() })).ShouldBe(HttpStatusCode.OK);
        Assert.Equal(2, (await academy.MailsToAsync(facilitator)).Count);
        (await other.GetPageAsync(Links.Circles)).ShouldSay("you facilitate");
    }

    [Fact]
    public async Task Whoever_the_plan_alone_names_is_invited_and_whoever_has_a_place_is_not_invited_twice()
    {
        await using var academy = await Academy.OpenAsync();
        var (facilitator, beside, ana) = (await academy.HasAsync("facilitator", Roles.Facilitator), await academy.HasAsync("beside"), await academy.HasAsync("ana"));
        var session = await PublishAsync(academy, facilitator);
        await ana.BooksAsync(session);
        await facilitator.GetPageAsync(Links.SessionCircle(session.Id));
        var id = await academy.App.Ask(db => db.Circles.Select(c => c.Id).SingleAsync());
        Task PlanAsync(string coFacilitators) => ReplanAsync(facilitator, id, ("Form.CoFacilitators", coFacilitators));

        await PlanAsync(beside.Email);

        var invited = Assert.Single(await academy.MailsToAsync(beside));
        Assert.Contains("You take part in Circle for all.", invited.Text, StringComparison.Ordinal);
        (await beside.GetPageAsync(Links.SessionCircle(session.Id))).ShouldSay("How we will be together");
        await PlanAsync("");
        Assert.Equal(("CANCEL", invited.Uid), ((await academy.MailsToAsync(beside))[^1].Method, (await academy.MailsToAsync(beside))[^1].Uid));
        Assert.Single(await academy.MailsToAsync(ana));
        Assert.Single(await academy.MailsToAsync(facilitator));
    }

    [Fact]
    public async Task A_private_one_is_an_appointment_and_each_date_has_an_entry_of_its_own()
    {
        await using var academy = await Academy.OpenAsync();
        var facilitator = await academy.HasAsync("facilitator", Roles.Facilitator);
        var details = A.Details(title: "Wellbeing circle", kind: SessionKind.Circle) with { Visibility = Visibility.Private, Trainers = [facilitator.Id], Dates = [A.Period("2026-09-02 10:00"), A.Period("2026-09-09 10:00")] };
        var session = A.Draft(details);
        await academy.App.Has(session);
        (await facilitator.PatchAsync(session, new { status = "published" })).ShouldBe(HttpStatusCode.OK);

        var mails = await academy.MailsToAsync(facilitator);
        Assert.Equal(["20260902T090000Z", "20260909T090000Z"], mails.Select(m => m.Line("DTSTART:")).Order());
        Assert.All(mails, mail =>
        {
            Assert.Equal(("Better Together appointment", "PRIVATE"), (mail.Line("SUMMARY:"), mail.Line("CLASS:")));
            foreach (var words in new[] { "Wellbeing", "circle" }) { Assert.DoesNotContain(words, mail.Subject + mail.Text + string.Concat(mail.Calendar), StringComparison.OrdinalIgnoreCase); }
        });

        (await facilitator.PatchAsync(session, new { dates = new[] { new { startsAtUtc = A.London("2026-09-02 10:00"), endsAtUtc = A.London("2026-09-02 11:30") } } })).ShouldBe(HttpStatusCode.OK);
        var off = Assert.Single(await academy.MailsToAsync(facilitator), m => m.Method == "CANCEL");
        Assert.Equal("20260909T090000Z", off.Line("DTSTART:"));
    }

    [Fact]
    public async Task A_date_that_is_over_and_is_then_taken_out_leaves_nothing_behind_that_a_later_plan_stumbles_over()
    {
        await using var academy = await Academy.OpenAsync();
        var (facilitator, ana) = (await academy.HasAsync("facilitator", Roles.Facilitator), await academy.HasAsync("ana"));
        var session = A.Draft(A.Details(kind: SessionKind.Circle) with { Trainers = [facilitator.Id], Dates = [A.Period("2026-09-02 10:00"), A.Period("2026-09-09 10:00")] });
        await academy.App.Has(session);
        (await facilitator.PatchAsync(session, new { status = "published" })).ShouldBe(HttpStatusCode.OK);
        await ana.BooksAsync(session);
        await facilitator.GetPageAsync(Links.SessionCircle(session.Id));
        academy.Clock.JumpTo(A.London("2026-09-09 12:00"));
        (await facilitator.PatchAsync(session, new { dates = new[] { new { startsAtUtc = A.London("2026-09-02 10:00"), endsAtUtc = A.London("2026-09-02 11:30") } } })).ShouldBe(HttpStatusCode.OK);

        var circle = await academy.App.Ask(db => db.Circles.SingleAsync());
        var seatId = CircleJson.ReadState(circle.State, circle.Script).Seats.First(s => s.PersonId == ana.Id).Id;
        (await facilitator.PostAsync($"{Links.Api}/circles/{circle.Id}/commands", new { id = "1", kind = "askToLeave", seatId })).ShouldBe(HttpStatusCode.OK);

        Assert.Equal(1, await academy.App.Ask(db => db.SentInvites.CountAsync(i => i.Subject == InviteSubject.Session && i.LastMethod == InviteMethod.Request)));
    }

    [Fact]
    public async Task A_persons_own_feed_shows_it_under_the_uid_of_its_invite()
    {
        await using var academy = await Academy.OpenAsync();
        var facilitator = await academy.HasAsync("facilitator", Roles.Facilitator);
        var page = await (await facilitator.GetPageAsync(Links.MyCalendar)).SubmitAsync("Make my address");
        var feed = new Uri(page.Document.QuerySelector("#address")!.GetAttribute("value")!).PathAndQuery;
        var session = await PublishAsync(academy, facilitator);
        using var calendar = academy.App.Anonymous();

        var shown = string.Concat(CalendarText.Unfold((await calendar.GetAsync(feed)).Body));

        foreach (var line in new[] { "SUMMARY:Circle for all", "DTSTART:20260902T090000Z", Assert.Single(await academy.MailsToAsync(facilitator)).Uid, Links.SessionCircle(session.Id) }) { Assert.Contains(line, shown, StringComparison.Ordinal); }
    }

    /// <summary>The desk plans and publishes it.</summary>
    private static async Task<Session> PublishAsync(Academy academy, Somebody facilitator)
    {
        var body = Bookings.Sessions.Body(title: "Circle for all") with { Kind = SessionKind.Circle, Trainers = [facilitator.Id] };
        var id = (await academy.Desk.PostAsync($"{Links.Api}/sessions", body)).ShouldBe(HttpStatusCode.Created).Json.GetProperty("id").GetGuid();
        return await academy.App.Ask(db => db.Sessions.AsNoTracking().SingleAsync(s => s.Id == id));
    }

    private static async Task ReplanAsync(Somebody facilitator, Guid id, params (string, string)[] fields) =>
        (await (await facilitator.GetPageAsync(Links.ChangeCircle(id))).SubmitAsync("Save the plan", fields)).ShouldNotSay("Please look at this again");
}
