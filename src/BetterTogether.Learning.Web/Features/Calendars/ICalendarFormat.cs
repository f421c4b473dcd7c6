using BetterTogether.Learning.Domain.Calendars;

namespace BetterTogether.Learning.Web.Features.Calendars;

/// <summary>Writes calendars as RFC 5545 text: CRLF, folded. Threading: implementations hold no state.</summary>
public interface ICalendarFormat
{
    /// <exception cref="ArgumentException">A request or cancel without organiser or attendee.</exception>
    string Write(Invite invite);

    /// <summary>Published entries in one calendar with a name, to be fetched again each hour.</summary>
    string WriteFeed(string name, IReadOnlyList<Invite> entries);
}
