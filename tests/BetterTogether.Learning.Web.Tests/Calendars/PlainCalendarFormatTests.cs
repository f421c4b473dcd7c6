using BetterTogether.Learning.Web.Features.Calendars;

namespace BetterTogether.Learning.Web.Tests.Calendars;

public sealed class PlainCalendarFormatTests : CalendarFormatContract
{
    protected override ICalendarFormat Format { get; } = new PlainCalendarFormat();
}
