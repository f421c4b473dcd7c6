namespace BetterTogether.Learning.Domain.Mail;

public enum MailState
{
    Queued,
    Sending,
    Sent,
    Failed,
    Expired,
    Stopped,
}
