using System.Net;
using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Bookings;

/// <summary>What becomes of bookings and calendars when the desk moves a session or calls it off.</summary>
public sealed class ChangedSessionTests
{
    [Theory, BothDatabases]
    public async Task Moving_keeps_all_bookings_and_updates_each_invite_once(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var session = await academy.HasSessionAsync(capacity: 2);
        var holders = await academy.FillAsync(session);
        var waiting = await academy.HasAsync("waiting");
        await waiting.BooksAsync(session);
        var to = A.London("2026-09-09 14:00");

        (await academy.Desk.PatchAsync(session, new { startsAtUtc = to, endsAtUtc = to.AddMinutes(90) })).ShouldBe(HttpStatusCode.OK);

        foreach (var holder in holders)
        {
            Assert.Equal(BookingStatus.Confirmed, Assert.Single(await holder.MineAsync()).Status);
            var mails = await academy.MailsToAsync(holder);
            var (first, update) = (Assert.Single(mails, m => m.Sequence == 0), Assert.Single(mails, m => m.Sequence == 1));
            Assert.Equal((first.Uid, "REQUEST", "20260909T130000Z", "20260909T143000Z"), (update.Uid, update.Method, update.Line("DTSTART:"), update.Line("DTEND:")));
            Assert.Equal(first.Line("ATTENDEE;"), update.Line("ATTENDEE;"));
            Assert.StartsWith("Updated: ", update.Subject, StringComparison.Ordinal);
            Assert.Contains("Wednesday 2 September 2026, 10am to 11:30am", update.Text, StringComparison.Ordinal);
            Assert.Contains("Wednesday 9 September 2026, 2pm to 3:30pm", update.Text, StringComparison.Ordinal);
            Assert.Contains("Your booking stands, and the entry in your calendar changes", update.Text, StringComparison.Ordinal);
        }
        var heard = Assert.Single(await academy.MailsToAsync(waiting), m => m.Subject.StartsWith("Updated: ", StringComparison.Ordinal) && m.Method is null);
        Assert.Contains("You are still on the waiting list.", heard.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("calendar", heard.Text, StringComparison.Ordinal);
        await academy.AuditAsync();
    }

    [Fact]
    public async Task What_does_not_matter_to_a_calendar_sends_nothing()
    {
        await using var academy = await Academy.OpenAsync();
        var session = await academy.HasSessionAsync(capacity: 2);
        await academy.FillAsync(session);

        (await academy.Desk.PatchAsync(session, new { description = "New words", capacity = 9 })).ShouldBe(HttpStatusCode.OK);

        Assert.All(await academy.MailsAsync(), m => Assert.Equal(0, m.Sequence));
    }

    [Theory, BothDatabases]
    public async Task Calling_it_off_ends_every_booking_and_takes_it_out_of_every_calendar(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var session = await academy.HasSessionAsync(capacity: 2);
        var holders = await academy.FillAsync(session);
        var waiting = await academy.HasAsync("waiting");
        var inLine = await waiting.BooksAsync(session);

        (await academy.Desk.PostAsync($"{Links.ApiSession(session.Id)}/cancel", new { reason = "The trainer is ill" })).ShouldBe(HttpStatusCode.OK);

        foreach (var holder in holders)
        {
            Assert.Equal(BookingStatus.Cancelled, Assert.Single(await holder.MineAsync()).Status);
            var mails = await academy.MailsToAsync(holder);
            var cancel = Assert.Single(mails, m => m.Method == "CANCEL");
            Assert.Equal((mails.Single(m => m.Method == "REQUEST").Uid, 1, "CANCELLED"), (cancel.Uid, cancel.Sequence, cancel.Line("STATUS:")));
            Assert.Contains("The trainer is ill", cancel.Text, StringComparison.Ordinal);
            Assert.Contains("The entry in your calendar goes with it.", cancel.Text, StringComparison.Ordinal);
        }
        Assert.Equal(BookingStatus.Cancelled, (await waiting.SeesAsync(inLine)).Status);
        var heard = Assert.Single(await academy.MailsToAsync(waiting), m => m.Subject.StartsWith("Cancelled: ", StringComparison.Ordinal) && m.Method is null);
        Assert.Contains("You were on its waiting list.", heard.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("calendar", heard.Text, StringComparison.Ordinal);
        (await waiting.AsksForAsync(session)).ShouldBe(HttpStatusCode.Conflict, "session-cancelled");
        (await waiting.GetPageAsync(Links.Programme)).ShouldNotSay(session.Title);
        (await waiting.GetPageAsync(Links.Session(session.Id))).ShouldSay("This session has been cancelled.");
        (await academy.Desk.PostAsync($"{Links.ApiSession(session.Id)}/cancel")).ShouldBe(HttpStatusCode.OK); // twice is once
        Assert.Equal(2, (await academy.MailsAsync()).Count(m => m.Method == "CANCEL"));
        await academy.AuditAsync();
    }

    [Theory, BothDatabases]
    public async Task Each_date_of_a_course_has_its_own_uid_and_a_date_taken_out_leaves_the_calendar(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var course = await academy.HasAsync(A.Details(kind: SessionKind.Course) with { Dates = [A.Period(A.Start), A.Period(A.Start.AddDays(7))] });
        var ada = await academy.HasAsync("ada");
        await ada.BooksAsync(course);
        var invites = await academy.MailsToAsync(ada);
        Assert.Equal(2, invites.DistinctBy(m => m.Uid).Count());

        (await academy.Desk.PatchAsync(course, new { dates = new[] { new { startsAtUtc = A.Start, endsAtUtc = A.Start.AddMinutes(90) } } })).ShouldBe(HttpStatusCode.OK);

        var gone = Assert.Single(await academy.MailsToAsync(ada), m => m.Method == "CANCEL");
        Assert.Equal(invites.Single(m => m.Line("DTSTART:") == "20260909T090000Z").Uid, gone.Uid);
        Assert.Contains("Your booking stands for the other dates.", gone.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("You cancelled", gone.Text, StringComparison.Ordinal);
        await academy.AuditAsync();
    }

    [Theory, BothDatabases]
    public async Task Dates_taken_out_leave_the_calendar_each_as_it_was_and_the_others_hear_nothing(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var (course, ada) = (await academy.HasAsync(Weeks(4)), await academy.HasAsync("ada"));
        await ada.BooksAsync(course);
        var invites = (await academy.MailsToAsync(ada)).ToDictionary(m => m.Uid, m => m.Line("DTSTART:"));

        (await academy.Desk.PatchAsync(course, Only(1, 3))).ShouldBe(HttpStatusCode.OK);

        var gone = (await academy.MailsToAsync(ada)).Where(m => m.Sequence > 0).ToList();
        Assert.All(gone, m => Assert.Equal(("CANCEL", invites[m.Uid]), (m.Method, m.Line("DTSTART:"))));
        Assert.Equal(["20260902T090000Z", "20260916T090000Z"], gone.Select(m => m.Line("DTSTART:")).Order());
        await academy.AuditAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_date_whose_register_is_kept_stays_and_the_register_with_it(int held)
    {
        await using var academy = await Academy.OpenAsync();
        var (course, ada) = (await academy.HasAsync(Weeks(3)), await academy.HasAsync("ada"));
        var booking = await ada.BooksAsync(course);
        academy.Clock.JumpTo(A.Start.AddDays(7 * held).AddHours(3));
        (await (await academy.Desk.HereAsync()).PutAsync($"{Links.ApiBooking(booking.Id)}/attendance", new { date = $"{A.Start.AddDays(7 * held):yyyy-MM-dd}", state = "attended" })).ShouldBe(HttpStatusCode.OK);

        (await academy.Desk.PatchAsync(course, Only([.. new[] { 0, 1, 2 }.Except([held])]))).ShouldBe(HttpStatusCode.Conflict, "register-stands");
        (await academy.Desk.PatchAsync(course, Only(held))).ShouldBe(HttpStatusCode.OK);

        var kept = await academy.App.Ask(db => (from mark in db.Attendances join date in db.SessionDates on mark.SessionDateId equals date.Id select date.StartsAtUtc).SingleAsync());
        Assert.Equal(A.Start.AddDays(7 * held), kept);
    }

    private static SessionDetails Weeks(int many) => A.Details(kind: SessionKind.Course) with { Dates = [.. Enumerable.Range(0, many).Select(week => A.Period(A.Start.AddDays(7 * week)))] };

    private static object Only(params int[] weeks) => new { dates = weeks.Select(week => new { startsAtUtc = A.Start.AddDays(7 * week), endsAtUtc = A.Start.AddDays(7 * week).AddMinutes(90) }) };
}
