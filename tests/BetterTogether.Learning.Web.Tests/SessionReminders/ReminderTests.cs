using System.Net;
using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Bookings;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.SessionReminders;

/// <summary>Who is reminded of what, and who is not.</summary>
public sealed class ReminderTests
{
    [Theory, BothDatabases]
    public async Task Everybody_with_a_place_is_reminded_a_week_and_a_working_day_before_and_once(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var session = await academy.HasSessionAsync(capacity: 2);
        var holders = await academy.FillAsync(session);
        var waiting = await academy.HasAsync("waiting");
        await waiting.BooksAsync(session);

        await PassesToAsync(academy, "2026-08-26 08:59");
        Assert.Empty(await RemindersAsync(academy));
        await PassesToAsync(academy, "2026-08-26 09:00");
        Assert.Equal(2, (await RemindersAsync(academy)).Count);
        await PassesToAsync(academy, "2026-08-26 18:00");
        Assert.Equal(2, (await RemindersAsync(academy)).Count);
        await PassesToAsync(academy, "2026-09-01 09:00");

        foreach (var holder in holders) { Assert.Equal(["Wednesday 2 September 2026: Life story work", "Tomorrow: Life story work"], (await RemindersAsync(academy)).Where(m => m.To == holder.Email).Select(m => m.Subject)); }
        Assert.DoesNotContain(await RemindersAsync(academy), m => m.To == waiting.Email);
        await PassesToAsync(academy, "2026-09-03 09:00");
        Assert.Equal(4, (await RemindersAsync(academy)).Count);
        // The desk finds them by their session.
        Assert.Equal(4, await academy.App.Ask(db => db.Outbox.CountAsync(m => m.SessionId == session.Id && m.Template == "reminders/session")));
        Assert.Equal(4, Directory.EnumerateFiles(Path.Combine(academy.App.Folder, "mail")).Count(f => File.ReadAllText(f).Contains("X-Auto-Response-Suppress: OOF, AutoReply\r\n", StringComparison.Ordinal)));
    }

    [Theory, BothDatabases]
    public async Task Whoever_is_away_is_reminded_of_nothing_but_what_they_booked_meanwhile(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var (ada, before, meanwhile) = (await academy.HasAsync("ada"), await academy.HasSessionAsync(), await academy.HasSessionAsync(title: "Genograms", startsAtUtc: A.Start.AddHours(4)));
        await ada.BooksAsync(before);
        await academy.App.Has(new AwayPeriod(Ids.New(A.Now), ada.Id, A.Day("2026-07-10"), A.Day("2026-08-30")));
        await PassesToAsync(academy, "2026-07-20 09:00");
        await ada.BooksAsync(meanwhile);

        await PassesToAsync(academy, "2026-08-26 09:00");
        Assert.Equal("Wednesday 2 September 2026: Genograms", Assert.Single(await RemindersAsync(academy)).Subject);
        await PassesToAsync(academy, "2026-09-01 09:00");

        Assert.Contains(await RemindersAsync(academy), m => m.Text.Contains("Life story work", StringComparison.Ordinal)); // back again
    }

    [Fact]
    public async Task A_late_booker_is_reminded_but_not_of_what_they_have_just_booked()
    {
        await using var academy = await Academy.OpenAsync();
        var session = await academy.HasSessionAsync();
        var ada = await academy.HasAsync("ada");
        await PassesToAsync(academy, "2026-09-01 11:00"); // the reminders went at nine
        await ada.BooksAsync(session);

        await PassesToAsync(academy, "2026-09-01 13:58");
        Assert.Empty(await RemindersAsync(academy));
        await PassesToAsync(academy, "2026-09-01 14:02");
        Assert.Equal("Tomorrow: Life story work", Assert.Single(await RemindersAsync(academy)).Subject);
    }

    [Fact]
    public async Task Who_waited_is_reminded_by_when_they_got_the_place()
    {
        await using var academy = await Academy.OpenAsync();
        var session = await academy.HasSessionAsync(capacity: 1);
        var holder = Assert.Single(await academy.FillAsync(session));
        var ada = await academy.HasAsync("ada");
        var waits = await ada.BooksAsync(session);
        await PassesToAsync(academy, "2026-09-01 08:30");
        await holder.CancelsAsync(Assert.Single(await holder.MineAsync()));
        await ada.AcceptsAsync(waits);

        await PassesToAsync(academy, "2026-09-01 09:05");
        Assert.DoesNotContain(await RemindersAsync(academy), m => m.To == ada.Email);
        await PassesToAsync(academy, "2026-09-01 11:35");
        Assert.Single(await RemindersAsync(academy), m => m.To == ada.Email);
    }

    [Fact]
    public async Task A_moved_date_brings_the_reminder_again_for_the_new_time()
    {
        await using var academy = await Academy.OpenAsync();
        var session = await academy.HasSessionAsync();
        var ada = await academy.HasAsync("ada");
        await ada.BooksAsync(session);
        await PassesToAsync(academy, "2026-08-26 09:00");
        var to = A.London("2026-09-16 14:00");
        (await academy.Desk.PatchAsync(session, new { startsAtUtc = to, endsAtUtc = to.AddMinutes(90) })).ShouldBe(HttpStatusCode.OK);

        await PassesToAsync(academy, "2026-09-01 09:00");
        Assert.Single(await RemindersAsync(academy));
        await PassesToAsync(academy, "2026-09-09 09:00");
        Assert.Equal("Wednesday 16 September 2026: Life story work", (await RemindersAsync(academy))[^1].Subject);
    }

    [Fact]
    public async Task A_day_with_several_sessions_is_one_mail_and_a_private_one_has_no_title_in_it()
    {
        await using var academy = await Academy.OpenAsync();
        var facilitator = await academy.HasAsync("facilitator", Domain.People.Roles.Facilitator);
        var (ada, grace) = (await academy.HasAsync("ada"), await academy.HasAsync("grace"));
        var first = await academy.HasSessionAsync();
        var second = await academy.HasAsync(A.Details(title: "Talking about feelings", startsAtUtc: A.London("2026-09-02 13:00")));
        var clinic = await academy.HasAsync(A.Details(title: "Bring a stuck conversation", startsAtUtc: A.London("2026-09-02 15:00")) with { Visibility = Visibility.Private, Trainers = [facilitator.Id] });
        await ada.BooksAsync(first);
        await ada.BooksAsync(second);
        await facilitator.BooksAsync(first);
        await academy.App.Has(A.Booking(await academy.SessionAsync(clinic), ada.Id), A.Booking(await academy.SessionAsync(second), grace.Id));

        await PassesToAsync(academy, "2026-09-01 09:00");

        var mail = Assert.Single(await RemindersAsync(academy), m => m.To == ada.Email && m.Subject.StartsWith("Tomorrow", StringComparison.Ordinal));
        Assert.Equal("Tomorrow: 3 sessions", mail.Subject);
        foreach (var line in new[] { "10am to 11:30am: Life story work (Room 2, Town Hall)", "1pm to 2:30pm: Talking about feelings", "3pm to 4:30pm: Better Together appointment" }) { Assert.Contains(line, mail.Text, StringComparison.Ordinal); }
        Assert.False(await academy.App.Ask(db => db.Outbox.AnyAsync(m => m.SessionId == clinic.Id)));
        Assert.DoesNotContain("stuck", mail.Text + mail.Html + mail.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Just_before_an_online_session_comes_the_link_and_before_another_nothing()
    {
        await using var academy = await Academy.OpenAsync();
        var online = await academy.HasAsync(A.Details() with { Place = null, JoinUrl = "https://meet.demo.example/1" });
        var here = await academy.HasSessionAsync(title: "Elsewhere", startsAtUtc: A.Start.AddMinutes(100));
        var ada = await academy.HasAsync("ada");
        await ada.BooksAsync(online);
        await ada.BooksAsync(here, confirmClash: true);
        await PassesToAsync(academy, "2026-09-01 09:00");

        await PassesToAsync(academy, "2026-09-02 09:30");

        var mail = Assert.Single(await RemindersAsync(academy), m => m.Subject.StartsWith("Soon", StringComparison.Ordinal));
        Assert.Equal("Soon: Life story work", mail.Subject);
        Assert.Contains("https://meet.demo.example/1", mail.Text, StringComparison.Ordinal);
        Assert.Equal("{}", await academy.App.Ask(db => db.Outbox.Where(m => m.DedupeKey.StartsWith("reminder:HourBeforeOnline")).Select(m => m.Values).SingleAsync()));
    }

    [Theory, BothDatabases]
    public async Task Two_products_at_once_remind_once(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        await academy.FillAsync(await academy.HasSessionAsync(capacity: 20));
        academy.Clock.JumpTo(A.London("2026-08-26 09:00"));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => academy.App.RemindAsync()));

        await PassesToAsync(academy, "2026-08-26 09:01");
        Assert.Equal(20, (await RemindersAsync(academy)).Count);
    }

    [Fact]
    public async Task The_desk_switches_them_off_and_sets_when_they_go()
    {
        await using var academy = await Academy.OpenAsync();
        var ada = await academy.HasAsync("ada");
        await ada.BooksAsync(await academy.HasSessionAsync());
        var page = await academy.Desk.GetPageAsync(Links.Reminders);

        var wrong = await page.SubmitAsync("Save reminders", ("Forms[WeekBefore].Ahead", "many"), ("Forms[WorkingDayBefore].At", "nine"));
        wrong.ShouldSay("Enter a whole number").ShouldSay("Enter a time, like 9:00 or 14:30");
        (await wrong.SubmitAsync("Save reminders", ("Forms[WeekBefore].IsOn", "false"), ("Forms[WeekBefore].Ahead", "7"), ("Forms[WorkingDayBefore].Ahead", "2"), ("Forms[WorkingDayBefore].At", "16:30"))).ShouldSay("Saved.");

        await PassesToAsync(academy, "2026-08-28 16:29");
        Assert.Empty(await RemindersAsync(academy));
        await PassesToAsync(academy, "2026-08-28 16:30"); // two working days before, over a bank holiday
        Assert.Single(await RemindersAsync(academy));
    }

    /// <summary>The worker looks each minute; until it has looked at this one.</summary>
    private static async Task PassesToAsync(Academy academy, string london)
    {
        academy.Clock.JumpTo(A.London(london));
        await academy.App.RemindAsync();
    }

    private static async Task<IReadOnlyList<SentMail>> RemindersAsync(Academy academy)
    {
        await academy.MailsAsync();
        var ids = await academy.App.Ask(db => db.Outbox.Where(m => m.DedupeKey.StartsWith("reminder:")).OrderBy(m => m.CreatedAtUtc).Select(m => m.MessageId).ToListAsync());
        var all = await academy.MailsAsync();
        return [.. ids.Select(id => all.SingleOrDefault(m => m.MessageId == id)).OfType<SentMail>()];
    }
}
