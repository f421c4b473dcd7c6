using BetterTogether.Learning.Domain.Mail;

namespace BetterTogether.Learning.Domain.Calendars;

/// <summary>
/// What one VEVENT says. Times are UTC, so that there is no VTIMEZONE to get wrong.
/// An empty <paramref name="Location"/> or <paramref name="Description"/> is left out.
/// </summary>
/// <param name="Organiser">The monitored mailbox that also sends the mail, never the recipient; null only when published.</param>
/// <param name="Attendee">The one recipient; null only when published.</param>
public sealed record Invite(
    string Uid,
    int Sequence,
    InviteMethod Method,
    DateTime StampUtc,
    DateTime StartsAtUtc,
    DateTime EndsAtUtc,
    string Summary,
    string Location,
    string Description,
    Mailbox? Organiser,
    Mailbox? Attendee,
    bool Private)
{
    /// <summary>All that a page, a subject or a calendar says of a private session.</summary>
    public const string PrivateSummary = "Better Together appointment";

    public string Status => Method is InviteMethod.Cancel ? "CANCELLED" : "CONFIRMED";

    public string Class => Private ? "PRIVATE" : "PUBLIC";

    /// <summary>Published entries name nobody (RFC 5546, section 3.2.1): a feed may be shared.</summary>
    public bool NamesPeople => Method is not InviteMethod.Publish;

    public static string SummaryFor(string title, bool isPrivate) => isPrivate ? PrivateSummary : title;
}
