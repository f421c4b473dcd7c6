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

    /// <summary>News of a change waits this long for the next edit, so that several become one mail.</summary>
    public int ChangesWaitSeconds { get; set; } = 5;

    /// <summary>And this long after the first edit at most.</summary>
    public int ChangesWaitAtMostSeconds { get; set; } = 10;

    /// <summary>How many mails a minute each node sends, evenly spread; 0: as fast as the server takes them.</summary>
    public int PerMinute { get; set; }

    /// <summary>How many connections to the mail server each node has at once.</summary>
    public int Connections { get; set; } = 2;

    /// <summary>How long the server may take for one mail.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    public SmtpOptions Smtp { get; set; } = new();

    public Mailbox Sender => new(FromName, From);

    /// <summary>What is wrong with the settings, as a sentence that says what to do; null when nothing is.</summary>
    public string? Trouble() =>
        !Mailbox.IsAddress(From) ? $"Mail__From={From} is not one bare e-mail address"
        : PerMinute < 0 || Connections < 1 ? "Mail__PerMinute is 0 or more, Mail__Connections is 1 or more"
        // Longer, and another node takes the mail for one whose sender has died.
        : TimeoutSeconds is < 1 or > 50 ? "Mail__TimeoutSeconds is 1 to 50"
        : ChangesWaitSeconds < 0 || ChangesWaitAtMostSeconds < ChangesWaitSeconds ? "Mail__ChangesWaitSeconds is 0 or more, and Mail__ChangesWaitAtMostSeconds not less"
        : Transport is MailTransportKind.Smtp ? Smtp.Trouble()
        : null;
}
