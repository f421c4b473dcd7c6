using System.Globalization;
using BetterTogether.Learning.Domain.Calendars;

namespace BetterTogether.Learning.Web.Features.Calendars;

/// <summary>What both formats share, so that neither can differ in it.</summary>
public static class CalendarParts
{
    public const string ProductId = "-//Better Together//Learning//EN";

    public const string FeedName = "X-WR-CALNAME";
    public const string RefreshInterval = "REFRESH-INTERVAL";
    public const string PublishedTtl = "X-PUBLISHED-TTL";
    public const string EachHour = "PT1H";

    public static string Utc(DateTime utc) =>
        DemandUtc(utc).ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    public static DateTime DemandUtc(DateTime utc) => utc.Kind is DateTimeKind.Utc
        ? utc
        : throw new ArgumentException("A calendar takes UTC times only", nameof(utc));

    /// <summary>The bare address: nothing in it may end the line or begin a parameter.</summary>
    public static string MailTo(string address) =>
        "mailto:" + string.Concat(address.Where(c => !char.IsControl(c) && !char.IsWhiteSpace(c)));

    public static void DemandPeople(Invite invite)
    {
        if (invite is { NamesPeople: true, Organiser: null } or { NamesPeople: true, Attendee: null })
        {
            throw new ArgumentException($"A {invite.Method.Wire()} needs an organiser and an attendee", nameof(invite));
        }
    }
}
