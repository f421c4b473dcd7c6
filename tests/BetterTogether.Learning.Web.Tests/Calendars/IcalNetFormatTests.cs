using BetterTogether.Learning.Web.Features.Calendars;

namespace BetterTogether.Learning.Web.Tests.Calendars;

public sealed class IcalNetFormatTests : CalendarFormatContract
{
    protected override ICalendarFormat Format { get; } = new IcalNetFormat();
}
