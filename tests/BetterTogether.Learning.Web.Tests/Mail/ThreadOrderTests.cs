using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Mail;
using BetterTogether.Learning.Web.Tests.Calendars;

namespace BetterTogether.Learning.Web.Tests.Mail;

/// <summary>A calendar that gets a cancellation before the invite it cancels keeps the invite for ever.</summary>
public sealed class ThreadOrderTests
{
    public static TheoryData<string> Databases => MailHost.Databases;

    [Theory, MemberData(nameof(Databases))]
    public async Task An_invite_that_must_be_tried_again_is_not_overtaken_by_its_cancellation(string database)
    {
        await using var host = await MailHost.StartAsync(database);
        host.Transport.Next(() => new TryLater(451, "try later"));
        var worker = host.Worker();
        await QueueAsync(host, "request", 0);
        Assert.True(await worker.SendDueAsync(CancellationToken.None));
        await QueueAsync(host, "cancel", 1);
        await QueueAsync(host, "another", null);

        Assert.True(await worker.SendDueAsync(CancellationToken.None)); // the one of no thread
        Assert.False(await worker.SendDueAsync(CancellationToken.None));

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await worker.SendDueAsync(CancellationToken.None));
        Assert.True(await worker.SendDueAsync(CancellationToken.None)); // never in one batch
        Assert.Equal([0, null, 0, 1], host.Transport.Sent.Select(m => Sequence(m)));
    }

    private static async Task QueueAsync(MailHost host, string key, int? sequence) => await host.Get<UnitOfWork>().DecideAsync<OutboxMail>((db, nowUtc) => Task.FromResult<Result<OutboxMail>>(
        host.Get<Outbox>().Add(db, nowUtc, new Recipient("Ann", "worker1@demo.example", null), MailSamples.All[1], key, sequence is { } n ? Invites.Request with { Sequence = n } : null)), CancellationToken.None);

    private static int? Sequence(MimeMessage message) => message.Calendar is { } calendar ? calendar.Content.Contains("SEQUENCE:1", StringComparison.Ordinal) ? 1 : 0 : null;
}
