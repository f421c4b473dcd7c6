namespace BetterTogether.Learning.Domain.Mail;

/// <summary>Somebody a message comes from or goes to. <paramref name="Address"/> is bare: no name, no angle brackets.</summary>
public sealed record Mailbox(string Name, string Address);
