namespace BetterTogether.Learning.Domain.Mail;

/// <summary>What became of one attempt to send. <paramref name="Code"/> is the SMTP answer where there was one.</summary>
public abstract record Delivery(int? Code, string Reason);

public sealed record Delivered() : Delivery(null, "");

/// <summary>Claimed, but not begun: time was up, or the server had trouble with the one before.</summary>
public sealed record NotBegun() : Delivery(null, "");

/// <summary>No connection, or 421: the server's trouble. The whole queue waits a minute and no mail's attempts rise.</summary>
public sealed record ServerAway(int? Code, string Reason) : Delivery(Code, Reason);

/// <summary>A time-out or another 4xx: this mail is tried again by the ladder.</summary>
public sealed record TryLater(int? Code, string Reason) : Delivery(Code, Reason);

/// <summary>5xx on the recipient, or an address that no server would take: this mail has failed, and the address is suspect.</summary>
public sealed record AddressRefused(int? Code, string Reason) : Delivery(Code, Reason);

/// <summary>5xx on what the mail says: it has failed, and its address is none the worse for it.</summary>
public sealed record MailRefused(int? Code, string Reason) : Delivery(Code, Reason);

/// <summary>5xx on signing in or on the sender: no mail would pass, so the queue pauses and somebody has to look.</summary>
public sealed record SenderRefused(int? Code, string Reason) : Delivery(Code, Reason);
