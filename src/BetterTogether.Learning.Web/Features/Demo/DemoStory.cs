using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;

namespace BetterTogether.Learning.Web.Features.Demo;

/// <summary>Who booked what. The people with a part are named; everybody else fills the rooms.</summary>
internal sealed class DemoStory
{
    // Ahead, only the later workers' diaries fill up: whoever tries the product as one of the first two hundred can book nearly anything without a clash.
    private const int FirstBusyWorker = 201;

    private static readonly CancelReason?[] Reasons = [CancelReason.Court, null, CancelReason.AFamilyNeedsMe, CancelReason.Unwell, CancelReason.Duty];

    private readonly DemoCalendar calendar;
    private readonly DemoPeople people;
    private readonly DemoBookings bookings;
    private readonly DemoRota everybody;
    private readonly DemoRota laterWorkers;
    private readonly DemoRota facilitators;

    public DemoStory(DemoCalendar calendar, DemoPeople people, DemoProgramme programme, DemoBookings bookings)
    {
        (this.calendar, this.people, this.bookings) = (calendar, people, bookings);
        everybody = new DemoRota([.. Workers(2, DemoPeople.WorkerCount)]);
        laterWorkers = new DemoRota([.. Workers(FirstBusyWorker, DemoPeople.WorkerCount)]);
        facilitators = new DemoRota([.. people.Facilitators]);

        Ahead(programme);
        TheNextWednesday(programme.LearningWednesdays);
        Offered(programme.DirectWork.First(IsAhead));
        PastWednesdays(programme.LearningWednesdays);
        TheRest(programme);
        foreach (var session in programme.Sessions.Where(s => !IsAhead(s))) { bookings.LetWaitingGo(session); }
    }

    private bool IsAhead(Session session) => session.StartsAtUtc > calendar.NowUtc;

    private IEnumerable<Person> Workers(int from, int to) => Enumerable.Range(from, to - from + 1).Select(people.Worker);

    // What the people of the tour find under "My bookings".
    private void Ahead(DemoProgramme programme)
    {
        bookings.Fill(programme.ProblemSolving.First(IsAhead), 7, laterWorkers, people.Worker(1), people.Worker(12));
        bookings.Fill(programme.Clinics.First(IsAhead), 2, laterWorkers, people.Manager);
        bookings.Fill(programme.Refreshers.First(IsAhead), 8, facilitators, people.Facilitator);
        bookings.Fill(programme.Courses[^1], 9, laterWorkers, people.Worker(2), people.Worker(7));
    }

    private void TheNextWednesday(DemoLearningWednesdays wednesdays)
    {
        var day = wednesdays.Days.First(d => IsAhead(d[0]));
        bookings.Queue(day[0], 4, laterWorkers);
        double[] shares = [0.75, 0.3, 0.5, 0.2, 0.4];
        foreach (var (session, share) in day.Skip(1).Zip(shares)) { bookings.Fill(session, (int)(session.Capacity * share), laterWorkers); }
        foreach (var session in wednesdays.Days.Where(d => d[0].StartsAtUtc > day[0].StartsAtUtc).SelectMany(d => d.Take(4)))
        {
            bookings.Fill(session, session.Capacity / 6, laterWorkers);
        }
    }

    // A full session; somebody gave up their place an hour ago, and it is held for worker3, who was first in line.
    private void Offered(Session session)
    {
        bookings.Queue(session, 3, laterWorkers, people.Worker(3));
        bookings.GiveUp(session, bookings.On(session)[4], CancelReason.Court, calendar.NowUtc.AddHours(-1));
    }

    private void PastWednesdays(DemoLearningWednesdays wednesdays)
    {
        var past = wednesdays.Days.Where(d => !IsAhead(d[0])).ToList();
        foreach (var (number, day) in past.Index())
        {
            foreach (var (i, session) in day.Index())
            {
                Person[] named = i != number % 2 ? [] : number % 2 == 0 ? [people.Worker(1), people.Worker(6)] : [people.Worker(2), people.Manager];
                bookings.Fill(session, session.Capacity * (3 + (number + 2 * i) % 4) / 10, everybody, named);
            }
        }
        OfferTaken(past[^1][0]);
    }

    // How a place went to the first in line, once, some weeks ago.
    private void OfferTaken(Session session)
    {
        bookings.Queue(session, 3, everybody);
        var atUtc = session.StartsAtUtc.AddDays(-8);
        bookings.GiveUp(session, bookings.On(session)[^4], CancelReason.Unwell, atUtc);
        bookings.Accept(session, bookings.On(session).Single(b => b.Status == BookingStatus.Offered), atUtc.AddHours(3));
    }

    private void TheRest(DemoProgramme programme)
    {
        Person[] regulars = [people.Worker(1), people.Worker(2), people.Worker(14)];
        foreach (var (i, session) in programme.Others.Where(s => bookings.On(s).Count == 0).Index())
        {
            var isPast = !IsAhead(session);
            var forFacilitators = session.Kind == SessionKind.RestorativeFacilitator && session.Prerequisites is not null;
            var share = isPast ? 3 + i % 4 : i % 5;
            Person[] named = isPast && session.Kind is SessionKind.DirectWork && i % 2 == 0 ? regulars : [];
            bookings.Fill(session, Math.Max(1, session.Capacity * share / 10), forFacilitators ? facilitators : isPast ? everybody : laterWorkers, named);
            if (isPast && i % 3 == 0 && bookings.On(session) is { Count: > 3 } booked) { bookings.GiveUp(session, booked[^1], Reasons[i / 3 % Reasons.Length], session.StartsAtUtc.AddDays(-8)); }
        }
    }
}
