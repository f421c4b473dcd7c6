namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>Ids, kinds and codes; never an address, a name or what a mail says.</summary>
public static partial class MailLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Mail {MailId} ({Template}): {Outcome}")]
    public static partial void MailHandled(this ILogger log, Guid mailId, string template, string outcome);

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {MailId} ({Template}) could not be written")]
    public static partial void MailNotWritten(this ILogger log, Exception e, Guid mailId, string template);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox is paused: the mail server does not take our mail ({Code}). Mend the mail settings, then start again")]
    public static partial void OutboxPaused(this ILogger log, int? code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox is paused: the mail server, or the folder mail/, is away. It is tried again each minute: {Reason}")]
    public static partial void OutboxRests(this ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail goes out as {From}, an address that cannot answer. Name the mailbox that you read in Mail__From")]
    public static partial void MailFromNobody(this ILogger log, string from);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail is written into the folder mail/ of the data folder and reaches nobody. To send it, set Mail__Transport=Smtp and Mail__Smtp__Host")]
    public static partial void MailReachesNobody(this ILogger log);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be worked on; it will be tried again")]
    public static partial void OutboxStumbled(this ILogger log, Exception e);
}
