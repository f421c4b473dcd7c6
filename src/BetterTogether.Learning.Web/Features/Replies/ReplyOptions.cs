namespace BetterTogether.Learning.Web.Features.Replies;

/// <summary>Settings <c>Replies__*</c>.</summary>
public sealed class ReplyOptions
{
    /// <summary>Where a mail gateway or a mailbox rule drops answers, one message a file; <c>replies</c> in the data folder when empty.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Whoever posts answers proves it with this; no answers are taken over HTTP while it is empty.</summary>
    public string Secret { get; set; } = "";

    /// <summary>A calendar's answer is a few kilobytes; a mail above this is not read.</summary>
    public int MaxBytes { get; set; } = 1024 * 1024;

    public ImapOptions Imap { get; set; } = new();
}

/// <summary>Settings <c>Replies__Imap__*</c>: the learning mailbox, polled where the build has a mail library. Off while there is no host.</summary>
public sealed class ImapOptions
{
    public string Host { get; set; } = "";

    /// <summary>993 speaks TLS from the start; on any other port STARTTLS is required.</summary>
    public int Port { get; set; } = 993;

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    public string Mailbox { get; set; } = "INBOX";

    public int EverySeconds { get; set; } = 60;
}
