using System.Globalization;

namespace BetterTogether.Learning.Domain.Calendars;

/// <summary>
/// Reads what Outlook, Gmail, Apple Mail and others send back, which is not always what RFC 5545 asks for: any line ends and
/// case, quoted or bare parameters, unknown properties. What it cannot read it leaves out; it never throws.
/// </summary>
public static class ReplyReader
{
    private const int MostEvents = 50;

    /// <returns>Nothing where the calendar's METHOD is not REPLY.</returns>
    public static IReadOnlyList<CalendarReply> Read(string calendar)
    {
        var lines = CalendarText.Unfold(calendar.TrimStart('\uFEFF')).Select(ContentLine.Parse).OfType<ContentLine>().ToList();
        return lines.Exists(l => l.Is("METHOD") && l.Value.Trim().Equals("REPLY", StringComparison.OrdinalIgnoreCase)) ? [.. Events(lines).Take(MostEvents)] : [];
    }

    private static IEnumerable<CalendarReply> Events(List<ContentLine> lines)
    {
        List<ContentLine>? inside = null;
        var depth = 0; // an alarm within an event has an attendee of its own
        foreach (var line in lines)
        {
            if (inside is null)
            {
                inside = line.IsValue("BEGIN", "VEVENT") ? [] : null;
            }
            else if (line.Is("BEGIN")) { depth++; }
            else if (line.Is("END") && depth > 0) { depth--; }
            else if (line.Is("END"))
            {
                if (Event(inside) is { } reply) { yield return reply; }
                inside = null;
            }
            else if (depth == 0) { inside.Add(line); }
        }
    }

    private static CalendarReply? Event(List<ContentLine> lines)
    {
        var answers = new Dictionary<string, InviteReply>();
        foreach (var attendee in lines.Where(l => l.Is("ATTENDEE")))
        {
            if (attendee.Parameter("PARTSTAT") is { } said && Said(said) is { } answer) { answers.TryAdd(Address(attendee.Value), answer); }
        }
        return lines.Find(l => l.Is("UID"))?.Value.Trim() is { Length: > 0 } uid
            ? new(uid, Number(lines.Find(l => l.Is("SEQUENCE"))?.Value), Stamp(lines.Find(l => l.Is("DTSTAMP"))?.Value), answers)
            : null;
    }

    private static InviteReply? Said(string partStat) => partStat.ToUpperInvariant() switch
    {
        "ACCEPTED" => InviteReply.Accepted,
        "TENTATIVE" => InviteReply.Tentative,
        "DECLINED" => InviteReply.Declined,
        _ => null,
    };

    private static string Address(string value)
    {
        var address = value.Trim();
        return (address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? address[7..] : address).Trim().ToLowerInvariant();
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static DateTime? Stamp(string? text) =>
        DateTime.TryParseExact(text?.Trim(), "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var stamp) ? stamp : null;
}
