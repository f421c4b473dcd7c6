using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Features.Demo.Topics;

namespace BetterTogether.Learning.Web.Features.Demo;

/// <summary>A year of sessions. Weeks count from the week of seeding; the lists say who looks for which one.</summary>
internal sealed class DemoProgramme
{
    private readonly DemoCalendar calendar;
    private readonly DemoDraft draft;
    private readonly DemoDiary diary;

    public DemoProgramme(DemoCalendar calendar, DemoPeople people, DemoDiary diary)
    {
        (this.calendar, this.diary, draft) = (calendar, diary, new DemoDraft(calendar));
        var (leads, facilitators, host) = (new DemoRota(people.Trainers), new DemoRota(people.Facilitators), new DemoRota([people.Facilitator]));

        // The few before the many: facilitator@ and the courses get their people first.
        Wellbeing = Each([-7, 3, 9], DayOfWeek.Thursday, 16, 17, SessionKind.Circle, RestorativeTopics.Wellbeing, host, Visibility.Private);
        PracticeGroups = Each([-22, -16, -10, -4, 2, 8, 14, 20], DayOfWeek.Monday, 10.5, 12.5, SessionKind.RestorativeFacilitator, RestorativeTopics.PracticeGroup, facilitators);
        Refreshers = Each([-20, -8, 4, 16], DayOfWeek.Tuesday, 13.5, 16.5, SessionKind.RestorativeFacilitator, RestorativeTopics.Refresher, facilitators);
        Clinics = Each([-6, -3, -2, -1, 1, 2, 3, 4, 6, 8, 10], DayOfWeek.Friday, 12.5, 13.5, SessionKind.RestorativeFacilitator, RestorativeTopics.Clinic, facilitators);
        CheckIns = Each([-8, -6, -4, -2, 0, 2, 4, 6, 8, 10], DayOfWeek.Monday, 9, 9.5, SessionKind.Circle, RestorativeTopics.CheckIn, facilitators);
        ProblemSolving = Each([-18, -10, -6, 2, 6, 10, 14], DayOfWeek.Tuesday, 14, 15.5, SessionKind.Circle, RestorativeTopics.ProblemSolving, leads);
        Courses =
        [
            Course([-19, -17, -15], DayOfWeek.Tuesday, 9.5, 16, RestorativeTopics.FacilitatorCourse, facilitators),
            Course([5, 7, 9], DayOfWeek.Tuesday, 9.5, 16, RestorativeTopics.FacilitatorCourse, facilitators),
            Course([6, 8], DayOfWeek.Thursday, 9.5, 12.5, RestorativeTopics.SupervisionCourse, leads),
        ];
        DirectWork = [.. DirectWorkWeeks.SelectMany((week, i) =>
            Each([week], DayOfWeek.Thursday, 9.5, 12.5, SessionKind.DirectWork, DirectWorkTopics.All[i % DirectWorkTopics.All.Length], leads))];
        LearningWednesdays = new DemoLearningWednesdays(calendar, draft, diary, leads);
    }

    private static readonly int[] DirectWorkWeeks = [-25, -21, -17, -13, -9, -5, -1, 3, 7, 11, 15, 19, 23, 27];

    public DemoLearningWednesdays LearningWednesdays { get; }
    public IReadOnlyList<Session> DirectWork { get; }
    public IReadOnlyList<Session> PracticeGroups { get; }
    public IReadOnlyList<Session> Refreshers { get; }
    public IReadOnlyList<Session> Clinics { get; }
    public IReadOnlyList<Session> CheckIns { get; }
    public IReadOnlyList<Session> ProblemSolving { get; }
    public IReadOnlyList<Session> Wellbeing { get; }
    public IReadOnlyList<Session> Courses { get; }

    public IEnumerable<Session> Sessions => [.. LearningWednesdays.Sessions, .. Others];

    /// <summary>Everything but the Learning Wednesdays.</summary>
    public IEnumerable<Session> Others => [.. DirectWork, .. PracticeGroups, .. Refreshers, .. Clinics, .. CheckIns, .. ProblemSolving, .. Wellbeing, .. Courses];

    private List<Session> Each(int[] weeks, DayOfWeek weekday, double starts, double ends, SessionKind kind, Topic topic, DemoRota trainers, Visibility visibility = Visibility.Open) =>
        [.. weeks.Select((week, i) => Make(kind, topic, i, trainers, visibility, [DemoCalendar.At(calendar.Day(week, weekday), starts, ends)]))];

    private Session Course(int[] weeks, DayOfWeek weekday, double starts, double ends, Topic topic, DemoRota trainers) =>
        Make(SessionKind.Course, topic, 3, trainers, Visibility.Open, [.. weeks.Select(week => DemoCalendar.At(calendar.Day(week, weekday), starts, ends))]);

    private Session Make(SessionKind kind, Topic topic, int room, DemoRota trainers, Visibility visibility, IReadOnlyList<Period> dates) =>
        draft.Published(kind, topic, diary.Staff(trainers, 1, dates), room, dates, visibility);
}
