using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Web.Features.Mail;
using Microsoft.EntityFrameworkCore;

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
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendAsync(host));
        Assert.Equal(MailState.Sending, (await host.RowAsync(id)).State);

        Assert.False(await SendAsync(host));
        host.Clock.Advance(OutboxClaims.Lease);
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
        var claims = host.Get<OutboxClaims>();
        var slow = Assert.Single(await claims.ClaimAsync(1, MailUrgency.Usual, CancellationToken.None));
        host.Clock.Advance(OutboxClaims.Lease);
        var quick = Assert.Single(await claims.ClaimAsync(1, MailUrgency.Usual, CancellationToken.None));
        await claims.EndAsync([new(slow, new MailRefused(550, "late"))], CancellationToken.None);
        Assert.Equal(MailState.Sending, (await host.RowAsync(id)).State);
        await claims.EndAsync([new(quick, new Delivered())], CancellationToken.None);
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
            while (await worker.SendDueAsync(CancellationToken.None))
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
        host.Clock.Advance(TimeSpan.FromMinutes(10));
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
        host.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.True(await SendAsync(host));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task With_the_server_away_all_wait_a_minute_and_no_attempt_is_counted(string database)
    {
        await using var host = await MailHost.StartAsync(database, new() { ["Mail:Connections"] = "1" });
        var id = await host.QueueAsync("a");
        await host.QueueAsync("b");
        host.Transport.Next(() => new ServerAway(421, "closing"));
        var worker = host.Worker();
        await SendAllAsync(worker);
        Assert.Equal((MailState.Queued, 0), ((await host.RowAsync(id)).State, (await host.RowAsync(id)).Attempts));
        var met = host.Transport.Sent.Count;
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await SendAllAsync(worker);
        Assert.Equal(MailState.Sent, (await host.RowAsync(id)).State);
        Assert.Equal(2, host.Transport.Sent.Skip(met).Select(mail => mail.MessageId).Union(host.Transport.Sent.Take(met).Select(mail => mail.MessageId)).Count());
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
        Assert.Equal(new[] { MailState.Queued, MailState.Sent }.Order(), new[] { (await host.RowAsync(slow)).State, (await host.RowAsync(next)).State }.Order());
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await SendAsync(host));
        Assert.All([await host.RowAsync(slow), await host.RowAsync(next)], row => Assert.Equal(MailState.Sent, row.State));
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
    public async Task Refused_as_sender_the_queue_stops_for_every_worker_and_one_mail_an_hour_asks_again(string database)
    {
        await using var host = await MailHost.StartAsync(database);
        for (var i = 0; i < 6; i++)
        {
            await host.QueueAsync($"{i}");
        }

        host.Transport.Next(() => new SenderRefused(535, "wrong password"));
        host.Transport.Next(() => new SenderRefused(535, "wrong password"));
        await SendAllAsync(host.Worker());
        var met = host.Transport.Sent.Count;
        Assert.InRange(met, 1, 2); // one a connection
        host.Clock.Advance(TimeSpan.FromMinutes(59));
        await SendAllAsync(host.Worker());
        Assert.Equal(met, host.Transport.Sent.Count);

        // Where one connection met the refusal before the other began, the second is still to come.
        if (met == 2) { host.Transport.Next(() => new SenderRefused(535, "wrong password")); }
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await SendAllAsync(host.Worker());
        Assert.Equal(met + 1, host.Transport.Sent.Count);

        host.Clock.Advance(TimeSpan.FromHours(1));
        await SendAllAsync(host.Worker());
        Assert.Equal(6, host.Transport.Sent.Select(mail => mail.MessageId).Distinct().Count());
        await using var db = await host.DbAsync();
        Assert.Equal(0, await db.OutboxPauses.CountAsync());
        Assert.All(await db.Outbox.ToListAsync(), row => Assert.Equal((MailState.Sent, 0), (row.State, row.Attempts)));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_refused_address_is_suspect_until_a_mail_gets_through(string database)
    {
        await using var host = await MailHost.StartAsync(database);
        await host.QueueAsync("a");
        host.Transport.Next(() => new AddressRefused(550, "no such person"));
        await SendAllAsync(host.Worker());
        await using (var db = await host.DbAsync())
        {
            var suspect = Assert.Single(await db.SuspectAddresses.ToListAsync());
            Assert.Equal(("worker1@demo.example", 550, "no such person"), (suspect.Address, suspect.Code, suspect.Reason));
        }

        await host.QueueAsync("b");
        await SendAllAsync(host.Worker());
        await using (var db = await host.DbAsync())
        {
            Assert.Empty(await db.SuspectAddresses.ToListAsync());
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_mail_the_server_will_not_carry_makes_no_address_suspect(string database)
    {
        await using var host = await MailHost.StartAsync(database);
        var id = await host.QueueAsync("a");
        host.Transport.Next(() => new MailRefused(552, "too big"));
        await SendAllAsync(host.Worker());
        await using var db = await host.DbAsync();
        Assert.Equal((MailState.Failed, 0), ((await host.RowAsync(id)).State, await db.SuspectAddresses.CountAsync()));
    }

    [Fact]
    public async Task With_a_rate_mails_are_spread_evenly_and_a_code_goes_at_once()
    {
        await using var host = await MailHost.StartAsync(settings: new() { ["Mail:PerMinute"] = "30" });
        for (var i = 0; i < 4; i++)
        {
            await host.QueueAsync($"{i}");
        }

        var worker = host.Worker();
        await SendAllAsync(worker);
        Assert.Single(host.Transport.Sent);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.QueueAsync("code", MailSamples.All[0]);
        await SendAllAsync(worker);
        Assert.Contains("sign-in code", host.Transport.Sent.Last().Content.Subject, StringComparison.Ordinal);
        Assert.Equal(2, host.Transport.Sent.Count);
        foreach (var sent in new[] { 2, 3, 4, 5, 5 })
        {
            host.Clock.Advance(TimeSpan.FromSeconds(sent is 2 ? 2 : 1));
            await SendAllAsync(worker);
            host.Clock.Advance(TimeSpan.FromSeconds(sent is 2 ? 0 : 1));
            await SendAllAsync(worker);
            Assert.Equal(sent, host.Transport.Sent.Count);
        }
    }

    [Fact]
    public async Task A_batch_is_two_commits_however_many_mails()
    {
        await using var host = await MailHost.StartAsync();
        for (var i = 0; i < 8; i++)
        {
            await host.QueueAsync($"{i}");
        }

        Assert.True(await SendAsync(host));
        Assert.Equal(8, host.Transport.Sent.Count);
    }

    private static async Task SendAllAsync(OutboxWorker worker)
    {
        while (await worker.SendDueAsync(CancellationToken.None))
        {
        }
    }

    private static Task<bool> SendAsync(MailHost host) => host.Worker().SendDueAsync(CancellationToken.None);

    private sealed record UnknownMail() : TypedMail("no/such-kind");
}
