using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Cpd;
using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Web.Features.Demo;

/// <summary>Development plans and CPD records: worker1 has an objective of each kind and in each status, others of manager@'s team have a few. By the domain's own verbs, at times in the past.</summary>
internal sealed class DemoGrowth
{
    private readonly List<object> rows = [];
    private readonly DateTime nowUtc;
    private readonly DateTime agreedUtc;
    private readonly DemoPeople people;

    public DemoGrowth(DateTime nowUtc, DemoPeople people, IEnumerable<Session> sessions, DemoBookings bookings, IEnumerable<Attendance> attendances)
    {
        (this.nowUtc, this.people) = (nowUtc, people);
        // Three weeks into the plan's year; seeded in those weeks, as the year began.
        var year = PlanYear.Of(nowUtc.ToLondonDate());
        var springUtc = year.First.AddDays(20).ToUtc(new TimeOnly(10, 0));
        agreedUtc = springUtc < nowUtc ? springUtc : year.First.StartOfDayUtc();

        var came = attendances.Where(a => a.State == AttendanceState.Attended).Select(a => a.BookingId).ToHashSet();
        var mine = bookings.All.Where(b => b.PersonId == people.Worker(1).Id && came.Contains(b.Id)).ToDictionary(b => b.SessionId);
        var attended = sessions.Where(s => s.Visibility == Visibility.Open && mine.ContainsKey(s.Id) && s.EndsAtUtc < nowUtc).OrderByDescending(s => s.EndsAtUtc).ToList();
        Plan(people.Worker(1).Id, attended, mine);
        Record(people.Worker(1).Id, attended);
        LastYear(people.Worker(1).Id, year);
        Others();
    }

    public IEnumerable<object> Rows => rows;

    private void Plan(Guid me, List<Session> attended, Dictionary<Guid, Booking> mine)
    {
        var circles = Set(me, new(ObjectiveKind.Work, "Hold a family meeting in a circle once a month", "Families in my team ask to be heard before we plan.", "Four families tell us that they had their say."));
        Note(circles, ObjectiveStatus.OnTrack, "Two held so far. The second one was calmer: I let the silence be.", 0.4, me);
        Did(circles, new Evidence(EntryKind.AgreedAction, "Ask the next family where they would like to meet", Day(0.5)), 0.5);

        var analysis = Set(me, new(ObjectiveKind.Work, "Write assessments a parent can read in ten minutes", null, "My manager reads two with me each quarter."));
        Note(analysis, ObjectiveStatus.NeedsHelp, "The last two came back with the same question. I would like to write one together.", 0.7, me);
        Note(analysis, ObjectiveStatus.NeedsHelp, "Let us take an hour next week and write the opening together.", 0.8, people.Manager.Id);

        var genograms = Set(me, new(ObjectiveKind.Training, "Draw genograms with families, not about them", "It opens talk that questions close.", "Three genograms that the family drew."));
        Note(genograms, ObjectiveStatus.OnTrack, "Practised in supervision.", 0.3, me);
        if (attended.Count > 0) { Did(genograms, new Evidence(EntryKind.AttendedSession, attended[0].Title, attended[0].EndsAtUtc.ToLondonDate(), SourceId: attended[0].Id), 1); }
        // One came of looking for training for it: it is offered, and not added yet.
        if (attended.Count > 1) { rows.Add(new ObjectiveBooking(genograms.Id, mine[attended[1].Id].Id)); }

        var shadowing = Set(me, new(ObjectiveKind.Training, "Shadow a Family Group Conference", null, "I can say how private family time works."));
        Note(shadowing, ObjectiveStatus.Done, "Went with the coordinator. Private family time needs a good room and a long afternoon.", 0.6, me);
        Did(shadowing, new Evidence(EntryKind.Reflection, "The family found a plan we would not have found. My part was to leave the room.", Day(0.6)), 0.62);

        Set(me, new(ObjectiveKind.Training, "Read one one-minute guide a month with the team"));

        var evenings = Set(me, new(ObjectiveKind.Wellbeing, "Two evenings a week without the work phone", null, "I sleep before midnight."));
        Note(evenings, ObjectiveStatus.OnTrack, "Works on Tuesdays. Thursdays are harder.", 0.5, me);

        var walking = Set(me, new(ObjectiveKind.Wellbeing, "A walk after every late visit"));
        Note(walking, ObjectiveStatus.Stopped, "Late visits end too far from home for it; I call a colleague instead.", 0.35, me);
    }

    private void Record(Guid me, List<Session> attended)
    {
        var today = nowUtc.ToLondonDate();
        Entry(me, new CpdDetails(
            CpdKind.Reflection, "What I do when nobody speaks", today.AddDays(-1), "Silence is an answer that needs time. I used to fill it.", "I wait longer in first meetings, and parents say more.",
            "Talked it through with an advanced practitioner: we both count to ten now.", ["better-together/connect", "pcf/6"]), ready: true, null);
        if (attended.Count == 0) { return; }
        var session = attended[0];
        Entry(me, new CpdDetails(CpdKind.Attended, session.Title, session.EndsAtUtc.ToLondonDate(), "How small a first step can be."), ready: false, new CpdSource($"session:{session.Id}", session.Tags));
    }

    // Of the year before: one done, one that goes on this year, one that waits to be carried, changed or stopped.
    private void LastYear(Guid me, PlanYear year)
    {
        var thenUtc = year.Before.First.AddDays(25).ToUtc(new TimeOnly(14, 0));
        var chronologies = Set(me, new(ObjectiveKind.Work, "Keep chronologies up to date each Friday"), thenUtc);
        Note(chronologies, ObjectiveStatus.Done, "A habit by now.", thenUtc.AddDays(200), me);
        var waiting = Set(me, new(ObjectiveKind.Training, "Become a practice educator", "I like having students in the team."), thenUtc);
        Note(waiting, ObjectiveStatus.OnTrack, "Applied; the course was full.", thenUtc.AddDays(150), me);
        var language = Set(me, new(ObjectiveKind.Work, "Words that care in every letter", null, "No letter with “failed to engage” in it."), thenUtc);
        Note(language, ObjectiveStatus.OnTrack, "Half of the team reads each other's letters.", thenUtc.AddDays(170), me);
        var carried = language.Carry(language.ToCarry(agreedUtc.ToLondonDate()), agreedUtc).Value;
        rows.Add(carried.Entry);
        rows.Add(carried.Next);
    }

    private void Others()
    {
        Set(people.Worker(2).Id, new(ObjectiveKind.Training, "Lead a check-in circle on my own"));
        var help = Set(people.Worker(5).Id, new(ObjectiveKind.Work, "Hand over cases before annual leave"));
        Note(help, ObjectiveStatus.NeedsHelp, "I do not know whom to ask for cover.", 0.9, people.Worker(5).Id);
        var rest = Set(people.Worker(6).Id, new(ObjectiveKind.Wellbeing, "A real lunch break on office days"));
        Note(rest, ObjectiveStatus.NeedsHelp, "Duty days swallow it.", 0.8, people.Worker(6).Id);
        rows.Add(new NothingToWrite(people.Worker(7).Id, PlanYear.Of(nowUtc.ToLondonDate()).Start, ObjectiveKind.Wellbeing, agreedUtc));
    }

    private Objective Set(Guid personId, ObjectiveDetails details, DateTime? atUtc = null)
    {
        var at = atUtc ?? agreedUtc;
        // Target dates stand at the end of the plan's year they were set in.
        var target = details.Kind == ObjectiveKind.Wellbeing ? (DateOnly?)null : PlanYear.Of(at.ToLondonDate()).Last.AddDays(-31 * (rows.Count % 5));
        var objective = Objective.Set(personId, details with { TargetDate = target < at.ToLondonDate() ? null : target }, at).Value;
        rows.Add(objective);
        return objective;
    }

    private void Note(Objective objective, ObjectiveStatus status, string text, double when, Guid byId) => Note(objective, status, text, At(when), byId);

    private void Note(Objective objective, ObjectiveStatus status, string text, DateTime atUtc, Guid byId) => rows.Add(objective.Note(status, text, byId, atUtc).Value);

    private void Did(Objective objective, Evidence evidence, double when) => rows.Add(objective.Add(evidence, At(when)).Value);

    private void Entry(Guid personId, CpdDetails details, bool ready, CpdSource? source) => rows.Add(CpdEntry.Add(personId, details, ready, source, nowUtc).Value);

    /// <summary>A moment between agreeing the plan (0) and now (1).</summary>
    private DateTime At(double share) => agreedUtc + (nowUtc - agreedUtc) * share;

    private DateOnly Day(double share) => At(share).ToLondonDate();
}
