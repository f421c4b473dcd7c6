namespace BetterTogether.Learning.Domain.Mail;

/// <summary>
/// Mails of one thread reach their reader in this order: none goes while an older one is still on its way, or a retried invite
/// would overtake its cancellation.
/// </summary>
/// <param name="Key">The UID of an invite, or whatever else is told step by step.</param>
/// <param name="Sequence">Rises with every mail of the thread.</param>
public sealed record MailThread(string Key, int Sequence);
