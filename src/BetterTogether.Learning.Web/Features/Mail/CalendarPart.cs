using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Web.Features.Calendars;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>The calendar alternative of a mail: made from an invite alone, so that MIME and body cannot name different methods.</summary>
public sealed class CalendarPart(Invite invite, ICalendarFormat format)
{
    public string Content { get; } = format.Write(invite);

    public string ContentType { get; } = $"text/calendar; charset=UTF-8; method={invite.Method.Wire()}";
}
