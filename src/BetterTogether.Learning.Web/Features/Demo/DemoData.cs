using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;

namespace BetterTogether.Learning.Web.Features.Demo;

/// <summary>Everything the demo puts into an empty database, made from the moment of seeding alone: no clock, no database, no chance but the ids.</summary>
public sealed record DemoData(
    IReadOnlyList<Person> People,
    Series Series,
    IReadOnlyList<Session> Sessions,
    IReadOnlyList<Booking> Bookings,
    IReadOnlyList<SentInvite> Invites,
    IReadOnlyList<Attendance> Attendances,
    IReadOnlyList<object> Circles,
    IReadOnlyList<object> Reviews,
    IReadOnlyList<object> Growth)
{
    public static DemoData At(DateTime nowUtc)
    {
        var (calendar, people, diary) = (new DemoCalendar(nowUtc), new DemoPeople(nowUtc), new DemoDiary());
        var programme = new DemoProgramme(calendar, people, diary);
        var bookings = new DemoBookings(calendar, diary, people.All);
        _ = new DemoStory(calendar, people, programme, bookings);
        List<Attendance> register = [.. DemoRegister.Of(programme.Sessions, bookings, people.Desk, nowUtc)];
        return new DemoData(
            [.. people.All], programme.LearningWednesdays.Series, [.. programme.Sessions], [.. bookings.All], [.. bookings.Invites, .. DemoCircles.Invites(programme.Sessions, calendar)], register, [.. DemoCircles.Of(people, nowUtc)],
            [.. new DemoReviews(nowUtc, people).All], [.. new DemoGrowth(nowUtc, people, programme.Sessions, bookings, register).Rows]);
    }

    /// <summary>All rows in one list, for one save.</summary>
    public IEnumerable<object> Rows => [.. People, Series, .. Sessions, .. Bookings, .. Invites, .. Attendances, .. Circles, .. Reviews, .. Growth];
}
