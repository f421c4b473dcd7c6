using BetterTogether.Learning.Web.Features.Mail;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Tests.Mail;

/// <summary>Settings that cannot work are refused at the start, in a sentence that says what to do.</summary>
public sealed class MailSettingsTests
{
    public static TheoryData<MailOptions, string?> Table => new()
    {
        { new MailOptions(), null },
        { new MailOptions { From = "Learning <learning@demo.example>" }, "is not one bare e-mail address" },
        { new MailOptions { PerMinute = -1 }, "Mail__PerMinute" },
        { new MailOptions { Connections = 0 }, "Mail__Connections" },
        { new MailOptions { Transport = MailTransportKind.Smtp }, "needs Mail__Smtp__Host" },
        { new MailOptions { Transport = MailTransportKind.Smtp, Smtp = { Host = "mail.demo.example" } }, null },
        { new MailOptions { Transport = MailTransportKind.Smtp, Smtp = { Host = "mail.demo.example", Port = 0 } }, "Mail__Smtp__Port" },
#if !FULL_FEED
        { new MailOptions { Transport = MailTransportKind.Smtp, Smtp = { Host = "mail.demo.example", Security = SmtpSecurity.Tls } }, "-p:FullFeed=true" },
#endif
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void What_is_wrong_with_settings(MailOptions options, string? words)
    {
        if (words is null)
        {
            Assert.Null(options.Trouble());
        }
        else
        {
            Assert.Contains(words, options.Trouble(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task With_such_settings_it_does_not_start()
    {
        var no = await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartAsync(new TestAppOptions { Settings = new() { ["Mail:Transport"] = "Smtp" } }));
        Assert.Contains("Mail__Smtp__Host", no.Message, StringComparison.Ordinal);
    }
}
