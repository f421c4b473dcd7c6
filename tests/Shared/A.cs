using System.Globalization;
using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Tests;

/// <summary>Builders that hide the dull and show the point.</summary>
public static class A
{
    /// <summary>1 July 2026, 23:30 UTC: in London it is Thursday 2 July already, so a wrong "today" shows in every test.</summary>
    public static readonly DateTime Now = new(2026, 7, 1, 23, 30, 0, DateTimeKind.Utc);

    /// <summary>Wednesday 2 September 2026, 10am in London: far enough off for offers in turn.</summary>
    public static readonly DateTime Start = London("2026-09-02 10:00");

    /// <summary>Somebody of the learning desk, where it does not matter who.</summary>
    public static readonly Guid Desk = Ids.New(Now);

    /// <summary>A London clock time ("2026-09-02 10:00") as UTC.</summary>
    public static DateTime London(string clock)
    {
        var local = DateTime.ParseExact(clock, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return DateOnly.FromDateTime(local).ToUtc(TimeOnly.FromDateTime(local));
    }

    public static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>From a London clock time on, an hour and a half unless said otherwise.</summary>
    public static Period Period(string from, int minutes = 90) => Period(London(from), minutes);

    public static Period Period(DateTime fromUtc, int minutes = 90) => new(fromUtc, fromUtc.AddMinutes(minutes));

    public static Guid PersonId() => Ids.New(Now);

    public static Person Person(string email = "somebody@demo.example", Roles roles = Roles.None, Guid? managedBy = null, WorkingDays works = WorkingDays.MondayToFriday, string? name = null) =>
        new(PersonId(), new PersonDetails(name ?? NameFrom(email), email, ManagerId: managedBy, Roles: roles, WorkingDays: works).Checked().Value);

    public static SessionDetails Details(int capacity = 10, string title = "Life story work", DateTime? startsAtUtc = null, SessionKind kind = SessionKind.DirectWork) =>
        new(kind, title, capacity, [Period(startsAtUtc ?? Start)], Place: "Room 2, Town Hall");

    /// <summary>A published session.</summary>
    public static Session Session(int capacity = 10, string title = "Life story work", DateTime? startsAtUtc = null, SessionKind kind = SessionKind.DirectWork, DateTime? nowUtc = null) =>
        Session(Details(capacity, title, startsAtUtc, kind), nowUtc);

    public static Session Session(SessionDetails details, DateTime? nowUtc = null) => Draft(details, nowUtc).Publish(nowUtc ?? Now).Value;

    public static Session Draft(SessionDetails? details = null, DateTime? nowUtc = null) =>
        Domain.Sessions.Session.Draft(details ?? Details(), nowUtc ?? Now).Value;

    /// <summary>First Wednesdays from September 2026 to July 2027, 10am to 11:30am, topics still to be agreed.</summary>
    public static SeriesDetails Series(int capacity = 10) =>
        new("Learning Wednesday", SessionKind.LearningWednesday, Day("2026-09-01"), Day("2027-07-01"), [new SlotPattern(new(10, 0), new(11, 30))], capacity, SkippedMonths: [8], Place: "Town Hall");

    /// <summary>A place on the session, or one on its waiting list, for a person who asked at <see cref="Now"/>.</summary>
    public static Booking Booking(Session session, Guid? personId = null, bool priority = false, DateTime? nowUtc = null)
    {
        var who = personId ?? PersonId();
        return session.Book(who, who, priority, nowUtc ?? Now).Value;
    }

    private static string NameFrom(string email) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(email.Split('@')[0].Replace('.', ' '));
}
