using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Web.Tests.Bookings;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Mail.Smtp;

/// <summary>The whole product before a mail server.</summary>
public sealed class OverSmtpTests
{
    [Fact]
    public async Task A_server_gone_for_an_hour_is_told_loses_nothing_and_is_found_again()
    {
        await using var server = new ScriptedSmtp { Script = command => command.Length is 0 ? "421 4.3.2 Back soon" : null };
        await using var app = await TestApp.StartAsync(new TestAppOptions
        {
            Settings = new() { ["Mail:Transport"] = "Smtp", ["Mail:Smtp:Host"] = "127.0.0.1", ["Mail:Smtp:Port"] = $"{server.Port}", ["Mail:Smtp:Security"] = "None" },
        });
        var (ann, session) = (new Somebody(app, await app.HasPerson("ann@demo.example")), A.Session());
        await app.Has(session);
        await ann.BooksAsync(session);
        await Eventually.HoldsAsync(() => app.Ask(db => db.OutboxPauses.AnyAsync()), "the queue pauses");
        Assert.Equal("Degraded", (await app.Anonymous().GetAsync(Links.Ready)).Body);

        for (var until = app.Clock.NowUtc.AddHours(1); app.Clock.NowUtc < until;)
        {
            var knocks = server.Connections;
            await Eventually.HoldsAsync(() =>
            {
                app.Clock.Advance(TimeSpan.FromSeconds(20));
                return Task.FromResult(server.Connections > knocks);
            }, "it knocks again");
        }

        server.Script = _ => null;
        await Eventually.HoldsAsync(() =>
        {
            app.Clock.Advance(TimeSpan.FromSeconds(2));
            return app.Ask(db => db.Outbox.AnyAsync(mail => mail.State == MailState.Sent));
        }, "the mail is sent");
        var invite = Assert.Single(server.Mails);
        Assert.Equal(("learning@demo.example", "ann@demo.example"), (invite.From, invite.To));
        Assert.Contains("method=REQUEST", Eml.Read(invite.Mime).Parts[2].ContentType, StringComparison.Ordinal);
        Assert.Equal(0, (await app.Ask(db => db.Outbox.SingleAsync())).Attempts);
        Assert.Equal("Healthy", (await app.Anonymous().GetAsync(Links.Ready)).Body);
    }
}
