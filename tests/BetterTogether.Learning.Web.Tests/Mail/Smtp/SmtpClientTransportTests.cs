using BetterTogether.Learning.Web.Features.Mail;

namespace BetterTogether.Learning.Web.Tests.Mail.Smtp;

public sealed class SmtpClientTransportTests : SmtpContract
{
    private protected override IMailTransport Transport(MailOptions options) => new SmtpClientTransport(options);
}
