namespace BetterTogether.Learning.Domain.Calendars;

/// <summary>What a calendar says of its owner in a REPLY (RFC 5545, section 3.2.12: PARTSTAT).</summary>
public enum InviteReply
{
    Accepted,
    Tentative,
    Declined,
}
