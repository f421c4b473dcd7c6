using BetterTogether.Learning.Domain.Mail;

namespace BetterTogether.Learning.Web.Features.Mail;

public enum MailTransportKind
{
    Folder,
    Smtp,
}

/// <summary>Settings <c>Mail__*</c>.</summary>
public sealed class MailOptions
{
    public MailTransportKind Transport { get; set; } = MailTransportKind.Folder;

    /// <summary>The monitored mailbox of the learning desk: it sends every mail and is the organiser of every invite.</summary>
    public string From { get; set; } = "learning@demo.example";

    public string FromName { get; set; } = "Learning Academy";

    public Mailbox Sender => new(FromName, From);
}
