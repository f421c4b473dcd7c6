using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Features.Demo.Topics;

namespace BetterTogether.Learning.Web.Features.Demo;

/// <summary>The series of first Wednesdays: half a year behind, topics agreed for the next months, open slots after that.</summary>
internal sealed class DemoLearningWednesdays
{
    private const int MonthsBack = 6;
    private const int MonthsAgreed = 4;
    private const int MonthsAhead = 7;
    private const int August = 8;

    private static readonly SlotPattern[] Slots = [new(new(10, 0), new(11, 30), 3), new(new(13, 0), new(14, 0), 2), new(new(14, 30), new(16, 0))];
    private static readonly Topic[][] Shelves = [CuriosityTopics.All, CollaborateTopics.All, CommunityTopics.All];

    // From each shelf in turn, so that a day is never all of one kind.
    private static readonly Topic[] Topics = [.. Enumerable.Range(0, Shelves.Max(s => s.Length)).SelectMany(i => Shelves.Where(s => i < s.Length).Select(s => s[i]))];

    public DemoLearningWednesdays(DemoCalendar calendar, DemoDraft draft, DemoDiary diary, DemoRota trainers)
    {
        var month = new DateOnly(calendar.Today.Year, calendar.Today.Month, 1);
        var details = new SeriesDetails("Learning Wednesday", SessionKind.LearningWednesday, month.AddMonths(-MonthsBack), month.AddMonths(MonthsAhead), Slots, 18, SkippedMonths: [August]);
        var madeUtc = details.FirstMonth.StartOfDayUtc().AddDays(-90);
        Series = Series.Create(details, madeUtc).Value;
        // Seeded on a Learning Wednesday, the next one must still be a whole day ahead: today's is left out.
        Sessions = [.. Series.MakeSessions(madeUtc).Where(s => s.Slot!.Day != calendar.Today)];
        var agreedUntil = month.AddMonths(MonthsAgreed + 1);
        foreach (var (i, slot) in Sessions.Where(s => s.Slot!.Day < agreedUntil).Index())
        {
            draft.Agree(slot, Topics[i % Topics.Length], diary.Staff(trainers, i % 3 == 0 ? 2 : 1, [slot.Dates[0].Period]), slot.Slot!.Slot + slot.Slot.Parallel);
        }
    }

    public Series Series { get; }

    public IReadOnlyList<Session> Sessions { get; }

    /// <summary>The days in order, each with its published sessions in the order of their slots.</summary>
    public IReadOnlyList<Session[]> Days => [.. Sessions.Where(s => s.Status == SessionStatus.Published).GroupBy(s => s.Slot!.Day).OrderBy(d => d.Key).Select(d => d.ToArray())];
}
