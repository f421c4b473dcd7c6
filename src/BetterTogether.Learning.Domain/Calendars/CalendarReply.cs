namespace BetterTogether.Learning.Domain.Calendars;

/// <summary>What one VEVENT of a REPLY says (RFC 5546, section 3.2.3).</summary>
/// <param name="Sequence">Of the invite that was answered; 0 where it says none.</param>
/// <param name="StampUtc">When it was written; null where it does not say, or not legibly.</param>
/// <param name="Answers">By the bare address of whoever answers, in lower case.</param>
public sealed record CalendarReply(string Uid, int Sequence, DateTime? StampUtc, IReadOnlyDictionary<string, InviteReply> Answers);
