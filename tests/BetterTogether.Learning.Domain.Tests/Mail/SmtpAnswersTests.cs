using BetterTogether.Learning.Domain.Mail;

namespace BetterTogether.Learning.Domain.Tests.Mail;

public sealed class SmtpAnswersTests
{
    [Theory]
    [InlineData(SmtpStep.Greeting, 421, "4.3.2 Closing", nameof(ServerAway))]
    [InlineData(SmtpStep.Greeting, 450, "Busy", nameof(ServerAway))]
    [InlineData(SmtpStep.Greeting, 554, "No service for you here", nameof(SenderRefused))]
    [InlineData(SmtpStep.SignIn, 454, "4.7.0 Temporary authentication failure", nameof(ServerAway))]
    [InlineData(SmtpStep.SignIn, 535, "5.7.8 Credentials invalid", nameof(SenderRefused))]
    [InlineData(SmtpStep.SignIn, 500, "What?", nameof(SenderRefused))]
    [InlineData(SmtpStep.Sender, 421, "Too many connections", nameof(ServerAway))]
    [InlineData(SmtpStep.Sender, 451, "Slow down", nameof(TryLater))]
    [InlineData(SmtpStep.Sender, 530, "5.7.57 Not authenticated", nameof(SenderRefused))]
    [InlineData(SmtpStep.Sender, 550, "5.1.8 Bad sender", nameof(SenderRefused))]
    [InlineData(SmtpStep.Recipient, 421, "4.7.0 Later", nameof(ServerAway))]
    [InlineData(SmtpStep.Recipient, 450, "4.2.0 Greylisted", nameof(TryLater))]
    [InlineData(SmtpStep.Recipient, 530, "5.7.1 Authentication required", nameof(SenderRefused))]
    [InlineData(SmtpStep.Recipient, 550, "5.1.1 No such user", nameof(AddressRefused))]
    [InlineData(SmtpStep.Recipient, 553, "5.1.3 Bad address", nameof(AddressRefused))]
    [InlineData(SmtpStep.Recipient, 554, "5.7.1 Relay access denied", nameof(SenderRefused))]
    [InlineData(SmtpStep.Recipient, 550, "5.7.54 Unable to relay recipient", nameof(SenderRefused))]
    [InlineData(SmtpStep.Content, 421, "4.4.2 Timed out", nameof(ServerAway))]
    [InlineData(SmtpStep.Content, 452, "4.3.1 Disk full", nameof(TryLater))]
    [InlineData(SmtpStep.Content, 552, "5.3.4 Too big", nameof(MailRefused))]
    [InlineData(SmtpStep.Content, 554, "5.7.1 Looks like spam", nameof(MailRefused))]
    [InlineData(SmtpStep.Content, 550, "5.7.60 May not send as this sender", nameof(SenderRefused))]
    public void Whose_trouble_it_is(SmtpStep step, int code, string words, string expected)
    {
        var delivery = SmtpAnswers.Judge(step, code, words);
        Assert.Equal((expected, code, words), (delivery.GetType().Name, delivery.Code, delivery.Reason));
    }
}
