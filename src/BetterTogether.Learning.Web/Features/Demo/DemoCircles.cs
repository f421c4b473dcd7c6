using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Features.Circles;

namespace BetterTogether.Learning.Web.Features.Demo;

/// <summary>Three circles of facilitator@ with the first workers, planned and not begun: one for the next full hour, one for the day after tomorrow, and one of last week that nobody opened.</summary>
internal static class DemoCircles
{
    private const string Together =
        "One person speaks at a time: whoever has the talking piece.\nListen to understand, not to answer.\nSpeak for yourself, and kindly of people who are not here.\nYou may always pass, step out, or come back.\nPhones are silent, and nobody records.";

    public static IEnumerable<object> Of(DemoPeople people, DateTime nowUtc)
    {
        var agreements = Agreements.BuiltIn.Next(Together, Agreements.BuiltIn.Number, people.Desk.Id, nowUtc).Value;
        var nextHour = nowUtc.Date.AddHours(nowUtc.Hour + 1);
        Person[] team = [.. Enumerable.Range(1, 5).Select(people.Worker)];
        return
        [
            agreements,
            .. Rows("How was our week?", "listening", nextHour, 60, [Seat(people.Facilitator, SeatRole.Facilitator), .. team.Select(p => Seat(p))]),
            .. Rows("One thing that went well", "checkIn", nowUtc.ToLondonDate().AddDays(-7).ToUtc(new TimeOnly(9, 30)), 30, [Seat(people.Facilitator, SeatRole.Facilitator), .. team.Select(p => Seat(p))]),
            .. Rows("A visit that will not go well", "problemSolving", nowUtc.ToLondonDate().AddDays(2).ToUtc(new TimeOnly(14, 0)), 45, [Seat(people.Facilitator, SeatRole.Facilitator), Seat(team[1], SeatRole.Bringer), .. team.Where(p => p != team[1]).Select(p => Seat(p))]),
        ];

        // Value throws on a refusal: content the domain does not take is a mistake of ours, not an answer.
        IReadOnlyList<object> Rows(string title, string format, DateTime startsAtUtc, int minutes, IReadOnlyList<Participant> seats) =>
            CircleService.RowsOf(Ids.New(nowUtc), new NewCircle(title, CircleFormats.Find(format)!, startsAtUtc, minutes, [], CallUrl: "https://meet.demo.example/circle"), seats, agreements.Number, people.Facilitator.Id).Value;
    }

    /// <summary>A session that is a circle is in the calendar of whoever facilitates it.</summary>
    public static IEnumerable<SentInvite> Invites(IEnumerable<Session> sessions, DemoCalendar calendar) =>
        from session in sessions
        where session.Kind == SessionKind.Circle && session.Status == SessionStatus.Published
        from trainer in session.Trainers
        from date in session.Dates
        select SentInvite.First(InviteSubject.Session, session.Id, date.Id, trainer.PersonId, calendar.OpensUtc(session.StartsAtUtc));

    private static Participant Seat(Person person, SeatRole role = SeatRole.Participant) => new(person.Id, person.Name, role, ManagerId: person.ManagerId);
}
