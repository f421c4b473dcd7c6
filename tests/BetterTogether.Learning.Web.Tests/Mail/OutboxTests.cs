using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Mail;
using BetterTogether.Learning.Web.Tests.Calendars;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Mail;

public sealed class OutboxTests : IAsyncLifetime
{
    private static readonly CodeToSignIn Code = new("482913", "10 minutes", "https://learning.demo.example/sign-in");

    private MailHost host = null!;

    public async Task InitializeAsync() => host = await MailHost.StartAsync(settings: new() { ["Mail:Connections"] = "1" });

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_refused_decision_sends_no_mail()
    {
        await host.Get<UnitOfWork>().DecideAsync<OutboxMail>((db, nowUtc) =>
        {
            host.Get<Outbox>().Add(db, nowUtc, new Recipient("Ann", "ann@demo.example", null), Code, "a");
            return Task.FromResult<Result<OutboxMail>>(new Invalid("no", "No"));
        }, CancellationToken.None);
        await using var db = await host.DbAsync();
        Assert.Empty(await db.Outbox.ToListAsync());
    }

    [Fact]
    public async Task The_same_key_is_the_same_mail()
    {
        await host.QueueAsync("confirmed:1");
        await Assert.ThrowsAsync<DbUpdateException>(() => host.QueueAsync("confirmed:1"));
    }

    [Fact]
    public async Task The_message_id_is_fixed_when_queued_and_carries_the_senders_domain()
    {
        var id = await host.QueueAsync("a");
        Assert.Equal($"<{id:N}@demo.example>", (await host.RowAsync(id)).MessageId);
    }

    [Fact]
    public async Task An_invite_comes_through_the_row_whole_and_into_the_mail()
    {
        Assert.Equal(Invites.Cancel, InviteJson.Read(InviteJson.Write(Invites.Cancel)));
        await host.Get<UnitOfWork>().DecideAsync<OutboxMail>((db, nowUtc) => Task.FromResult<Result<OutboxMail>>(host.Get<Outbox>().Add(
            db, nowUtc, new Recipient("Ann", "ann@demo.example", null), MailSamples.All[7], "a", Invites.Cancel)), CancellationToken.None);
        Assert.True(await host.Worker().SendDueAsync(CancellationToken.None));
        var calendar = Assert.Single(host.Transport.Sent).Calendar!;
        Assert.Contains("METHOD:CANCEL", calendar.Content, StringComparison.Ordinal);
        Assert.EndsWith("method=CANCEL", calendar.ContentType, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Codes_links_and_private_invites_are_dropped_once_sent_and_nothing_else_is()
    {
        var confirmed = MailSamples.All.OfType<BookingConfirmed>().Single();
        var secrets = new[] { await host.QueueAsync("code", Code), await host.QueueAsync("link", confirmed) };
        var open = await host.QueueAsync("open", confirmed with { JoinLink = null });
        var worker = host.Worker();
        while (await worker.SendDueAsync(CancellationToken.None))
        {
        }

        foreach (var id in secrets)
        {
            Assert.Equal("{}", (await host.RowAsync(id)).Values);
        }

        Assert.Contains("Room 2", (await host.RowAsync(open)).Values, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_in_codes_go_first_and_the_others_in_order()
    {
        await host.QueueAsync("1", MailSamples.All[3]);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.QueueAsync("2", MailSamples.All[4]);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.QueueAsync("3", Code);
        var worker = host.Worker();
        while (await worker.SendDueAsync(CancellationToken.None))
        {
        }

        Assert.Equal(
            ["482913 is your", "A place for yo", "A late place, "],
            host.Transport.Sent.Select(mail => mail.Content.Subject[..14]));
    }

    [Fact]
    public async Task With_a_slow_server_what_has_not_begun_within_a_second_goes_back_and_a_code_that_came_meanwhile_goes_before_it()
    {
        await host.QueueAsync("1", MailSamples.All[3]);
        host.Clock.Advance(TimeSpan.FromSeconds(1)); // of one moment either may be first
        var next = await host.QueueAsync("2", MailSamples.All[4]);
        host.Transport.Next(() =>
        {
            host.Clock.Advance(TimeSpan.FromSeconds(1.5));
            return new Delivered();
        });
        var worker = host.Worker();
        Assert.True(await worker.SendDueAsync(CancellationToken.None));
        Assert.Equal((MailState.Queued, 0), ((await host.RowAsync(next)).State, (await host.RowAsync(next)).Attempts));

        await host.QueueAsync("code", Code);
        while (await worker.SendDueAsync(CancellationToken.None))
        {
        }

        Assert.Equal(["A place for yo", "482913 is your", "A late place, "], host.Transport.Sent.Select(mail => mail.Content.Subject[..14]));
    }

    [Theory]
    [InlineData(Domain.Sessions.Visibility.Open, false)]
    [InlineData(Domain.Sessions.Visibility.Private, true)]
    public async Task A_private_sessions_mail_is_a_secret_and_names_no_session(Domain.Sessions.Visibility visibility, bool secret)
    {
        var session = A.Session(A.Details() with { Visibility = visibility });
        var queued = await host.Get<UnitOfWork>().DecideAsync<OutboxMail>((db, nowUtc) => Task.FromResult<Result<OutboxMail>>(host.Get<Outbox>().Add(
            db, nowUtc, new Recipient("Ann", "ann@demo.example", null), MailSamples.All[2], "a", session: session)), CancellationToken.None);
        var row = await host.RowAsync(queued.Value.Id);
        Assert.Equal((secret, secret ? null : session.Id), (row.DropBodyOnceSent, row.SessionId));
    }

    [Fact]
    public async Task A_secret_that_failed_keeps_its_words_while_they_are_of_use_and_no_longer()
    {
        var ids = new[]
        {
            await host.QueueAsync("code", Code, expiresAtUtc: host.Clock.NowUtc.AddMinutes(10)),
            await host.QueueAsync("link", MailSamples.All.OfType<BookingConfirmed>().Single()),
            await host.QueueAsync("open", MailSamples.All.OfType<BookingWaiting>().Single()),
        };
        for (var i = 0; i < ids.Length; i++)
        {
            host.Transport.Next(() => new AddressRefused(550, "no such person"));
        }

        await host.Worker().SendDueAsync(CancellationToken.None);
        var sweep = Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance<OutboxSweep>(host.Get<IServiceProvider>());
        Assert.Equal(0, await sweep.SweepAsync(CancellationToken.None));
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(1, await sweep.SweepAsync(CancellationToken.None));
        Assert.Equal(OutboxMail.NoValues, (await host.RowAsync(ids[0])).Values);
        host.Clock.Advance(OutboxSweep.Kept);
        Assert.Equal(1, await sweep.SweepAsync(CancellationToken.None));
        Assert.NotEqual(OutboxMail.NoValues, (await host.RowAsync(ids[2])).Values);
    }
}
