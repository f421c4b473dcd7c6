using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Web.Features.Mail;

namespace BetterTogether.Learning.Web.Tests.Mail;

public sealed class OutboxWorkerTests
{
    public static TheoryData<string> Databases => MailHost.Databases;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_mail_is_sent_once_and_marked(string database)
    {
        await using var host = await MailHost.StartAsync(database);
        var id = await host.QueueAsync("a");
        Assert.True(await SendAsync(host));
        Assert.False(await SendAsync(host));
        Assert.Equal((MailState.Sent, host.Clock.NowUtc), ((await host.RowAsync(id)).State, (await host.RowAsync(id)).SentAtUtc));
        Assert.Single(host.Transport.Sent);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Killed_between_claim_and_mark_it_goes_again_with_the_same_message_id(string database)
    {
        await using var host = await MailHost.StartAsync(database);
        var id = await host.QueueAsync("a");
        host.Transport.Next(() => throw new OperationCanceledException("killed"));
        await Assert.ThrowsAsync<OperationCanceledException>(() => SendAsync(host));
        Assert.Equal(MailState.Sending, (await host.RowAsync(id)).State);

        Assert.False(await SendAsync(host));
        host.Clock.Move(OutboxClaims.Lease);
        Assert.True(await SendAsync(host));
        Assert.Equal(2, host.Transport.Sent.Count);
        Assert.Single(host.Transport.Sent.Select(mail => mail.MessageId).Distinct());
        Assert.Equal((MailState.Sent, 1), ((await host.RowAsync(id)).State, (await host.RowAsync(id)).Attempts));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Whoever_lost_the_lease_does_not_write_over_the_one_who_has_it(string database)
    {
        await using var host = await MailHost.StartAsync(database);
        var id = await host.QueueAsync("a");
        var slow = (await host.Get<OutboxClaims>().ClaimNextAsync(CancellationToken.None))!;
        host.Clock.Move(OutboxClaims.Lease);
        var quick = (await host.Get<OutboxClaims>().ClaimNextAsync(CancellationToken.None))!;
        await host.Get<OutboxClaims>().EndAsync(slow, (mail, _) => mail.Fail(550, "late"), CancellationToken.None);
        Assert.Equal(MailState.Sending, (await host.RowAsync(id)).State);
        await host.Get<OutboxClaims>().EndAsync(quick, (mail, nowUtc) => mail.MarkSent(nowUtc), CancellationToken.None);
        Assert.Equal(MailState.Sent, (await host.RowAsync(id)).State);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Many_workers_send_each_mail_once(string database)
    {
        await using var host = await MailHost.StartAsync(database);
        for (var i = 0; i < 40; i++)
        {
            await host.QueueAsync($"{i}");
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var worker = host.Worker();
            while (await worker.SendNextAsync(CancellationToken.None))
            {
            }
        })));
        Assert.Equal(40, host.Transport.Sent.Count);
        Assert.Equal(40, host.Transport.Sent.Select(mail => mail.MessageId).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_nobody_wants_any_more_expires_unsent(string database)
    {
        await using var host = await MailHost.StartAsync(database);
        var id = await host.QueueAsync("a", expiresAtUtc: host.Clock.NowUtc.AddMinutes(10));
        host.Clock.Move(TimeSpan.FromMinutes(10));
        Assert.False(await SendAsync(host));
        Assert.Equal(MailState.Expired, (await host.RowAsync(id)).State);
        Assert.Empty(host.Transport.Sent);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_mail_for_later_waits(string database)
    {
        await using var host = await MailHost.StartAsync(database);
        await host.QueueAsync("a", notBeforeUtc: host.Clock.NowUtc.AddSeconds(5));
        Assert.False(await SendAsync(host));
        host.Clock.Move(TimeSpan.FromSeconds(5));
        Assert.True(await SendAsync(host));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task With_the_server_away_all_wait_a_minute_and_no_attempt_is_counted(string database)
    {
        await using var host = await MailHost.StartAsync(database);
        var id = await host.QueueAsync("a");
        await host.QueueAsync("b");
        host.Transport.Next(() => new ServerAway(421, "closing"));
        var worker = host.Worker();
        Assert.True(await worker.SendNextAsync(CancellationToken.None));
        Assert.False(await worker.SendNextAsync(CancellationToken.None));
        Assert.Equal((MailState.Queued, 0), ((await host.RowAsync(id)).State, (await host.RowAsync(id)).Attempts));
        host.Clock.Move(TimeSpan.FromMinutes(1));
        Assert.True(await worker.SendNextAsync(CancellationToken.None));
        Assert.True(await worker.SendNextAsync(CancellationToken.None));
        Assert.Equal(3, host.Transport.Sent.Count);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task One_mail_that_has_to_wait_does_not_hold_up_the_next(string database)
    {
        await using var host = await MailHost.StartAsync(database);
        var slow = await host.QueueAsync("a");
        var next = await host.QueueAsync("b");
        host.Transport.Next(() => new TryLater(451, "try later"));
        Assert.True(await SendAsync(host));
        Assert.True(await SendAsync(host));
        Assert.Equal(new[] { MailState.Queued, MailState.Sent }.Order(), new[] { (await host.RowAsync(slow)).State, (await host.RowAsync(next)).State }.Order());
        host.Clock.Move(TimeSpan.FromMinutes(1));
        Assert.True(await SendAsync(host));
        Assert.Equal(MailState.Sent, (await host.RowAsync(slow)).State);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_refused_address_has_failed_and_says_why(string database)
    {
        await using var host = await MailHost.StartAsync(database);
        var id = await host.QueueAsync("a");
        host.Transport.Next(() => new AddressRefused(550, "no such person"));
        Assert.True(await SendAsync(host));
        var row = await host.RowAsync(id);
        Assert.Equal((MailState.Failed, 550, "no such person"), (row.State, row.LastCode, row.LastError));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_row_that_cannot_be_written_fails_alone(string database)
    {
        await using var host = await MailHost.StartAsync(database);
        var broken = await host.QueueAsync("a", new UnknownMail());
        Assert.True(await SendAsync(host));
        Assert.Equal(MailState.Failed, (await host.RowAsync(broken)).State);
        await host.QueueAsync("b");
        Assert.True(await SendAsync(host));
        Assert.Single(host.Transport.Sent);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task When_the_server_does_not_take_our_mail_the_queue_stops(string database)
    {
        await using var host = await MailHost.StartAsync(database);
        await host.QueueAsync("a");
        await host.QueueAsync("b");
        host.Transport.Next(() => new SenderRefused(535, "wrong password"));
        var worker = host.Worker();
        Assert.True(await worker.SendNextAsync(CancellationToken.None));
        host.Clock.Move(TimeSpan.FromDays(1));
        Assert.False(await worker.SendNextAsync(CancellationToken.None));
        Assert.Single(host.Transport.Sent);
    }

    private static Task<bool> SendAsync(MailHost host) => host.Worker().SendNextAsync(CancellationToken.None);

    private sealed record UnknownMail() : TypedMail("no/such-kind");
}
