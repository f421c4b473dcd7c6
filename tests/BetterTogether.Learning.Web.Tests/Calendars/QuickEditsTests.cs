using System.Net;
using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Bookings;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

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
