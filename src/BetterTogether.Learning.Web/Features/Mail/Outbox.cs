using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>Where every mail begins. Call it within a unit of work's closure: the mail is then as true as what it tells.</summary>
public sealed class Outbox(IOptions<MailOptions> options)
{
    /// <summary>The purpose, at the beginning of a dedupe key, of a sample that somebody sends to themselves.</summary>
    public const string Test = "template-test";

    /// <summary>Wakes the worker of this process.</summary>
    public Wakeup Worker { get; } = new();

    /// <param name="dedupeKey">Purpose, entity, person and occurrence: a second mail with the same key fails the save.</param>
    /// <param name="invite">Its calendar part; a private one makes the whole mail a secret, and its UID the mail's thread.</param>
    /// <param name="notBeforeUtc">Null: at once.</param>
    /// <param name="expiresAtUtc">From then on nobody wants it: the end of a code, the start of a session.</param>
    /// <param name="session">The session it tells of; a private one makes the whole mail a secret, and keeps it out of the desk's search.</param>
    /// <param name="openSessionId">The open session it tells of, where only its id is at hand.</param>
    public OutboxMail Add(
        LearningDb db,
        DateTime nowUtc,
        Recipient to,
        TypedMail mail,
        string dedupeKey,
        Invite? invite = null,
        DateTime? notBeforeUtc = null,
        DateTime? expiresAtUtc = null,
        Session? session = null,
        Guid? openSessionId = null) =>
        Add(db, nowUtc, Draft(to, mail, dedupeKey, invite, Thread(invite), notBeforeUtc, expiresAtUtc, session, openSessionId));

    /// <summary>
    /// News of something that may change again in a moment: waits a little, and several become one mail. A kill loses nothing,
    /// because what waits is a row like any other.
    /// </summary>
    /// <param name="unsent">Loaded for this thread in this decision.</param>
    /// <param name="news">The mail, given the change that nobody has been told of yet (or null); null where after both all is as people know it.</param>
    /// <param name="first">The mail for whoever has not been invited to it at all yet, and so knows no other state; null where everybody has.</param>
    /// <param name="thread">Null: the invite's.</param>
    public void AddChange<T>(
        LearningDb db,
        DateTime nowUtc,
        UnsentMails unsent,
        Recipient to,
        Func<T?, T?> news,
        string dedupeKey,
        Invite? invite = null,
        Func<T>? first = null,
        MailThread? thread = null,
        DateTime? expiresAtUtc = null,
        Session? session = null)
        where T : TypedMail
    {
        var order = thread ?? Thread(invite) ?? throw new ArgumentException("A change belongs to a thread", nameof(thread));
        var last = unsent.Last(order.Key);
        var untold = last is null ? null : MailValues.Read<T>(last);
        var earlier = untold is null ? null : last;
        // An invite that waits to be sent is still the first, however often it was rewritten: nothing about it is news, and it is never withdrawn for being as before.
        var isFirst = (earlier?.ThreadSequence ?? order.Sequence) == 0;
        if ((isFirst && first is not null ? first() : news(untold)) is not { } mail)
        {
            earlier?.Withdraw("Changed back before it was sent");
            return;
        }

        var sinceUtc = earlier?.CreatedAtUtc ?? nowUtc;
        var quietUtc = nowUtc.AddSeconds(options.Value.ChangesWaitSeconds);
        var atLastUtc = sinceUtc.AddSeconds(options.Value.ChangesWaitAtMostSeconds);
        var draft = Draft(to, mail, dedupeKey, invite, order, quietUtc < atLastUtc ? quietUtc : atLastUtc, expiresAtUtc, session);
        if (earlier is null) { Add(db, nowUtc, draft); }
        else { earlier.Rewrite(draft); }
    }

    private OutboxMail Add(LearningDb db, DateTime nowUtc, OutboxMailDraft draft)
    {
        var id = Ids.New(nowUtc);
        var row = new OutboxMail(id, draft, $"<{id:N}@{Domain}>", nowUtc);
        db.Outbox.Add(row);
        db.OnceCommitted.Add(Worker.Set);
        return row;
    }

    private static OutboxMailDraft Draft(Recipient to, TypedMail mail, string dedupeKey, Invite? invite, MailThread? thread, DateTime? notBeforeUtc, DateTime? expiresAtUtc, Session? session, Guid? openSessionId = null)
    {
        var isPrivate = invite is { Private: true } || session is { Visibility: Visibility.Private };
        return new(
            dedupeKey,
            to.Mailbox,
            to.PersonId,
            mail.Template,
            MailValues.Write(mail),
            invite is null ? null : InviteJson.Write(invite),
            notBeforeUtc,
            expiresAtUtc,
            mail.Urgency,
            mail.IsSecret || isPrivate,
            isPrivate ? null : session?.Id ?? openSessionId,
            thread);
    }

    private static MailThread? Thread(Invite? invite) => invite is null ? null : new(invite.Uid, invite.Sequence);

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
