using System.Net;
using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Mail;
using BetterTogether.Learning.Web.Tests.Bookings;
using BetterTogether.Learning.Web.Tests.Hosting;
using BetterTogether.Learning.Web.Tests.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BetterTogether.Learning.Web.Tests.Calendars;

/// <summary>The desk seldom gets an edit right at once: people hear of it one time, five seconds after the last edit, ten after the first at most.</summary>
public sealed class QuickEditsTests
{
    [Theory, BothDatabases]
    public async Task Several_quick_edits_become_one_mail_from_what_people_knew_to_what_is_so_now(DatabaseProvider provider)
    {
        await using var academy = await OpenAsync(provider);
        var (session, ada, waiting) = await BookedAsync(academy);

        await EditAsync(academy, session, new { title = "Life stories" });
        academy.Clock.Advance(TimeSpan.FromSeconds(3));
        await EditAsync(academy, session, new { title = "Life story books", place = "Room 9" });
        academy.Clock.Advance(TimeSpan.FromSeconds(4));
        Assert.DoesNotContain(await academy.MailsAsync(), IsUpdate);
        await MoveAsync(academy, session, "2026-09-03 10:00");
        academy.Clock.Advance(TimeSpan.FromSeconds(2.9));
        Assert.DoesNotContain(await academy.MailsAsync(), IsUpdate);
        Assert.All(await academy.App.Ask(db => db.Outbox.Where(m => m.State == MailState.Queued).ToListAsync()), m => Assert.Equal(A.Now.AddSeconds(10), m.NextAtUtc)); // ten after the first
        await PassesAsync(academy);

        var update = Assert.Single(await academy.MailsToAsync(ada), IsUpdate);
        Assert.Equal(("REQUEST", "20260903T090000Z", "Life story books", "Room 9"), (update.Method, update.Line("DTSTART:"), update.Line("SUMMARY:"), update.Line("LOCATION:")));
        foreach (var words in new[] { "The title was Life story work.", "The time was Wednesday 2 September 2026, 10am to 11:30am.", "The place was Room 2, Town Hall." }) { Assert.Contains(words, update.Text, StringComparison.Ordinal); }
        Assert.DoesNotContain("Life stories", update.Text, StringComparison.Ordinal);
        Assert.Contains("The title was Life story work.", Assert.Single(await academy.MailsToAsync(waiting), IsUpdate).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_is_changed_back_in_time_was_never_said(DatabaseProvider provider)
    {
        await using var academy = await OpenAsync(provider);
        var (session, ada, _) = await BookedAsync(academy);

        await EditAsync(academy, session, new { joinUrl = "https://meet.demo.example/1" });
        await EditAsync(academy, session, new { title = "Life stories" });
        await EditAsync(academy, session, """{ "title": "Life story work", "joinUrl": null }""");
        await PassesAsync(academy);

        Assert.DoesNotContain(await academy.MailsAsync(), IsUpdate);

        // A link that was added is news, though there was none before.
        await EditAsync(academy, session, new { joinUrl = "https://meet.demo.example/1" });
        await EditAsync(academy, session, new { title = "Life stories" });
        await EditAsync(academy, session, new { title = "Life story work" });
        await PassesAsync(academy);

        Assert.Contains("https://meet.demo.example/1", Assert.Single(await academy.MailsToAsync(ada), IsUpdate).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_date_that_is_added_is_said_as_it_is_in_the_end_however_often_it_was_moved_meanwhile(DatabaseProvider provider)
    {
        await using var academy = await OpenAsync(provider);
        var (session, ada, _) = await BookedAsync(academy);
        await academy.MailsAsync();

        foreach (var added in new[] { "2026-09-09 10:00", "2026-09-10 10:00", "2026-09-09 10:00" })
        {
            await EditAsync(academy, session, new { dates = new[] { A.London("2026-09-02 10:00"), A.London(added) }.Select(at => new { startsAtUtc = at, endsAtUtc = at.AddMinutes(90) }) });
        }
        await PassesAsync(academy);

        var invites = (await academy.MailsToAsync(ada)).Where(m => m.Method == "REQUEST").ToList();
        Assert.Equal(["20260902T090000Z", "20260909T090000Z"], invites.Select(m => m.Line("DTSTART:")).Order());
        Assert.Equal(2, invites.DistinctBy(m => m.Uid).Count());
        Assert.DoesNotContain("The time was", invites.Single(m => m.Line("DTSTART:") == "20260909T090000Z").Text, StringComparison.Ordinal); // nobody knew another
        await academy.AuditAsync();
    }

    [Theory, BothDatabases]
    public async Task A_cancellation_does_not_wait_and_takes_the_untold_change_with_it(DatabaseProvider provider)
    {
        await using var academy = await OpenAsync(provider);
        var (session, ada, _) = await BookedAsync(academy);

        await MoveAsync(academy, session, "2026-09-03 10:00");
        (await academy.Desk.PostAsync($"{Links.ApiSession(session.Id)}/cancel")).ShouldBe(HttpStatusCode.OK);

        var mails = await academy.MailsToAsync(ada);
        Assert.Equal(["REQUEST", "CANCEL"], mails.OrderBy(m => m.Sequence).Select(m => m.Method));
        await PassesAsync(academy);
        Assert.DoesNotContain(await academy.MailsAsync(), IsUpdate);
        Assert.Equal(2, await academy.App.Ask(db => db.Outbox.CountAsync(m => m.State == MailState.Stopped)));
    }

    [Fact]
    public async Task A_product_that_is_killed_in_between_still_tells_of_the_change()
    {
        await using var academy = await OpenAsync(DatabaseProvider.Sqlite);
        var (session, ada, _) = await BookedAsync(academy);
        await academy.MailsAsync();
        await EditAsync(academy, session, new { title = "Life stories" });

        await academy.RestartAsync();
        await PassesAsync(academy);

        Assert.Single(await academy.MailsToAsync(ada), IsUpdate);
    }

    [Fact]
    public async Task What_was_gathered_and_could_not_be_sent_goes_again_as_one()
    {
        var transport = new ScriptedTransport();
        await using var academy = await Academy.OpenAsync(replace: s => s.AddSingleton<IMailTransport>(transport), settings: ("Mail:ChangesWaitSeconds", "5"));
        var (session, _, _) = await BookedAsync(academy);
        await PassesAsync(academy);
        foreach (var title in new[] { "Life stories", "Life story books" }) { await EditAsync(academy, session, new { title }); }
        foreach (var _ in new[] { "booked", "waiting" }) { transport.Next(() => new AddressRefused(550, "no such person")); }
        await PassesAsync(academy);
        var failed = await academy.App.Ask(db => db.Outbox.AsNoTracking().SingleAsync(m => m.State == MailState.Failed && m.Calendar != null));

        (await (await academy.Desk.GetPageAsync(Links.DeskMail(failed.Id))).SubmitAsync("Send it again")).ShouldSay("It goes out now.");

        await PassesAsync(academy);
        Assert.Contains("Life story books", transport.Sent.Last(m => m.MessageId == failed.MessageId).Calendar!.Content, StringComparison.Ordinal);
    }

    private static Task<Academy> OpenAsync(DatabaseProvider provider) => Academy.OpenAsync(provider, settings: ("Mail:ChangesWaitSeconds", "5"));

    private static async Task<(Session Session, Somebody Booked, Somebody Waiting)> BookedAsync(Academy academy)
    {
        var (session, ada, waiting) = (await academy.HasSessionAsync(capacity: 1), await academy.HasAsync("ada"), await academy.HasAsync("waiting"));
        await ada.BooksAsync(session);
        await waiting.BooksAsync(session);
        return (session, ada, waiting);
    }

    /// <summary>Until nothing waits any more. The worker may fall asleep between two steps of a clock that jumps, so it jumps on.</summary>
    private static Task PassesAsync(Academy academy) => Eventually.HoldsAsync(async () =>
    {
        academy.Clock.Advance(TimeSpan.FromSeconds(2));
        return !await academy.App.Ask(db => db.Outbox.AnyAsync(m => m.State == MailState.Queued || m.State == MailState.Sending));
    }, "everything is said");

    private static async Task EditAsync(Academy academy, Session session, object body) => (await academy.Desk.PatchAsync(session, body)).ShouldBe(HttpStatusCode.OK);

    private static Task MoveAsync(Academy academy, Session session, string to) =>
        EditAsync(academy, session, new { startsAtUtc = A.London(to), endsAtUtc = A.London(to).AddMinutes(90) });

    private static bool IsUpdate(SentMail mail) => mail.Subject.StartsWith("Updated: ", StringComparison.Ordinal);
}
