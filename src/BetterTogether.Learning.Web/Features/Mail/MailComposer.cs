using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Web.Features.Calendars;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>A row of the outbox becomes a message, off the booking's path.</summary>
public sealed class MailComposer(MailTemplates templates, ICalendarFormat calendars, IOptions<MailOptions> options)
{
    /// <summary>The folder of mails nobody waits for: no automatic answer of any kind is wanted to them.</summary>
    private const string Reminders = "reminders/";

    public MimeMessage Compose(OutboxMail mail, DateTime nowUtc) => new(
        mail.MessageId,
        nowUtc,
        options.Value.Sender,
        new Mailbox(mail.ToName, mail.ToAddress),
        templates.Render(mail),
        mail.Calendar is null ? null : new CalendarPart(InviteJson.Read(mail.Calendar), calendars),
        mail.Template.StartsWith(Reminders, StringComparison.Ordinal) ? "OOF, AutoReply" : "OOF");
}
