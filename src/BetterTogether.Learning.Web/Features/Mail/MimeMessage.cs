using BetterTogether.Learning.Domain.Mail;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>One mail to one recipient, ready for any transport.</summary>
/// <param name="MessageId">With its angle brackets; fixed when the mail was queued, so that a second copy shows itself.</param>
/// <param name="SuppressReplies">Which automatic answers Exchange is asked to hold back, for example OOF.</param>
public sealed record MimeMessage(
    string MessageId,
    DateTime DateUtc,
    Mailbox From,
    Mailbox To,
    RenderedMail Content,
    CalendarPart? Calendar,
    string SuppressReplies = "OOF");
