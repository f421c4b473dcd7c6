using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>Where every mail begins. Call it within a unit of work's closure: the mail is then as true as what it tells.</summary>
public sealed class Outbox(IOptions<MailOptions> options)
{
    /// <param name="dedupeKey">Purpose, entity, person and occurrence: a second mail with the same key fails the save.</param>
    /// <param name="invite">Its calendar part; a private one makes the whole mail a secret.</param>
    /// <param name="notBeforeUtc">Null: at once.</param>
    /// <param name="expiresAtUtc">From then on nobody wants it: the end of a code, the start of a session.</param>
    public OutboxMail Add(
        LearningDb db,
        DateTime nowUtc,
        Recipient to,
        TypedMail mail,
        string dedupeKey,
        Invite? invite = null,
        DateTime? notBeforeUtc = null,
        DateTime? expiresAtUtc = null)
    {
        var id = Ids.New(nowUtc);
        var draft = new OutboxMailDraft(
            dedupeKey,
            to.Mailbox,
            to.PersonId,
            mail.Template,
            MailValues.Write(mail),
            invite is null ? null : InviteJson.Write(invite),
            notBeforeUtc,
            expiresAtUtc,
            mail.Urgency,
            mail.IsSecret || invite is { Private: true });
        var row = new OutboxMail(id, draft, $"<{id:N}@{Domain}>", nowUtc);
        db.Outbox.Add(row);
        return row;
    }

    private string Domain => options.Value.From[(options.Value.From.IndexOf('@', StringComparison.Ordinal) + 1)..];
}

/// <param name="PersonId">Null: the address belongs to nobody we know yet.</param>
public sealed record Recipient(Mailbox Mailbox, Guid? PersonId)
{
    public Recipient(string name, string address, Guid? personId)
        : this(new Mailbox(name, address), personId)
    {
    }
}
