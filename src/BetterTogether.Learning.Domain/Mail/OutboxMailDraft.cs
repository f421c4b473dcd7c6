namespace BetterTogether.Learning.Domain.Mail;

/// <summary>What the sender of a mail decides; the rest of the row is the outbox's.</summary>
/// <param name="DedupeKey">Purpose, entity, person and occurrence: the same key is the same mail, and goes once.</param>
/// <param name="Values">JSON object of strings.</param>
/// <param name="Calendar">JSON of the invite, or null.</param>
/// <param name="NotBeforeUtc">Null: at once.</param>
/// <param name="ExpiresAtUtc">From then on nobody wants it any more.</param>
/// <param name="DropBodyOnceSent">Sign-in codes, joining links, private sessions, reviews.</param>
/// <param name="SessionId">The session it tells of, for the desk's search; null for a private one, whose people are nobody's to find.</param>
/// <param name="Thread">Null: it may go in any order.</param>
public sealed record OutboxMailDraft(
    string DedupeKey,
    Mailbox To,
    Guid? PersonId,
    string Template,
    string Values,
    string? Calendar = null,
    DateTime? NotBeforeUtc = null,
    DateTime? ExpiresAtUtc = null,
    int Urgency = MailUrgency.Usual,
    bool DropBodyOnceSent = false,
    Guid? SessionId = null,
    MailThread? Thread = null);
