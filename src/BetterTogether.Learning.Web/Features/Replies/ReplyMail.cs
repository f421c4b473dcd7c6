using System.Net.Mail;
using BetterTogether.Learning.Domain.Calendars;

namespace BetterTogether.Learning.Web.Features.Replies;

/// <summary>What of a mail matters to an answer: who sends it, whether a machine wrote it by itself, and the calendar it carries.</summary>
/// <param name="From">The bare address in lower case; null where there is not exactly one sender.</param>
/// <param name="IsForged">A mail server on the way found so (RFC 8601). That none did proves nothing: anybody can write that header.</param>
public sealed record ReplyMail(string? From, bool IsForged, bool IsAutomatic, IReadOnlyList<CalendarReply> Replies)
{
    public static ReplyMail Read(ReadOnlySpan<byte> message)
    {
        var mail = MimeReader.Read(message);
        return new(Sender(mail), mail.All("Authentication-Results").Any(r => r.Contains("dmarc=fail", StringComparison.OrdinalIgnoreCase)), WroteItself(mail), Calendar(mail));
    }

    private static string? Sender(MimePart mail)
    {
        var from = mail.All("From").ToList();
        return from.Count == 1 && MailAddress.TryCreate(from[0], out var address) ? address.Address.ToLowerInvariant() : null;
    }

    // "auto-generated" is not among them: Google Calendar marks so what its user has pressed (RFC 3834 keeps "auto-replied" for absence notices).
    private static bool WroteItself(MimePart mail) =>
        FirstWord(mail.Header("Auto-Submitted")) is "auto-replied" or "auto-notified"
        || mail.Header("X-Autoreply") is not null || mail.Header("X-Autorespond") is not null
        || FirstWord(mail.Header("Precedence")) is "auto_reply" or "junk" or "list"
        || mail.Header("List-Id") is not null
        // Returned to sender: a bounce has no sender of its own.
        || mail.Header("Return-Path")?.Trim() is "<>"
        || mail.Type.Value is "multipart/report";

    private static string FirstWord(string? header) => (header ?? "").Trim().Split(' ', ';', '(')[0].ToLowerInvariant();

    private static IReadOnlyList<CalendarReply> Calendar(MimePart mail) =>
        mail.Walk().Where(IsCalendar).Select(p => ReplyReader.Read(p.Text)).FirstOrDefault(r => r.Count > 0) ?? [];

    private static bool IsCalendar(MimePart part) => part.Parts.Count == 0 && part.Content.Length > 0
        && (part.Type.Value is "text/calendar" or "application/ics" or "text/x-vcalendar"
            || part.Type.Parameters.GetValueOrDefault("name")?.EndsWith(".ics", StringComparison.OrdinalIgnoreCase) == true
            || MimeField.Parse(part.Header("Content-Disposition") ?? "").Parameters.GetValueOrDefault("filename")?.EndsWith(".ics", StringComparison.OrdinalIgnoreCase) == true);
}
