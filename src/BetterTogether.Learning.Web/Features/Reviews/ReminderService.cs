using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Mail;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>
/// Reminds whoever must act, each at most once a person, cycle and kind: the ledger's key says so, whatever workers and clocks do. Silent when
/// done, when not due, and while somebody is away. A manager gets one digest for all of their people.
/// </summary>
public sealed class ReminderService(UnitOfWork work, Outbox outbox, IOptions<SiteOptions> site, IOptions<ReviewOptions> options, ILogger<ReminderService> log)
{
    private const int AtOnce = 50;
    // Nobody's phone rings at night.
    private static readonly (int From, int To) Hours = (8, 20);

    public static bool IsTime(DateTime nowUtc) => nowUtc.ToLondon().Hour is var hour && hour >= Hours.From && hour < Hours.To;

    public async Task SendAsync(DateTime nowUtc, CancellationToken cancel)
    {
        var today = nowUtc.ToLondonDate();
        List<Cycle> cycles;
        await using (var db = await work.ReadAsync(cancel)) { cycles = await db.Cycles.AsNoTracking().Where(c => c.OpenedAtUtc != null && c.Opens > today.AddYears(-2)).ToListAsync(cancel); }
        foreach (var cycle in cycles)
        {
            var open = await OpenAsync(cycle, today, cancel);
            var told = await InTurnsAsync(open.Where(o => o.UpToEmployee).Select(o => o.PersonId).Distinct(), people => RemindAsync(cycle, people, cancel), cancel);
            if (Reminders.KindOn(today, cycle.Opens, cycle.Closes, cycle.GraceDays) is { } kind)
            {
                var leads = open.Where(o => o.UpToManager && o.LeadId is not null).ToLookup(o => o.LeadId!.Value, o => o.ReviewId);
                told += await InTurnsAsync(leads.Select(l => l.Key), some => DigestAsync(cycle, kind, some, cancel), cancel);
            }
            if (told > 0) { log.Reminded(told, cycle.Label); }
        }
    }

    private async Task<List<Open>> OpenAsync(Cycle cycle, DateOnly today, CancellationToken cancel)
    {
        await using var db = await work.ReadAsync(cancel);
        var away = db.AwayOn(today);
        var rows = await (from review in db.Reviews
                          join person in db.People on review.PersonId equals person.Id
                          where review.CycleId == cycle.Id && review.Status != ReviewStatus.Complete && review.NotDue == null && review.DueBy != null && person.Active && !away.Contains(person.Id)
                          select new
                          {
                              review.Id, review.PersonId, review.LastLeadId, review.DueBy,
                              Employee = db.Reviews.Where(Review.UpToEmployee).Any(r => r.Id == review.Id),
                              Manager = db.Reviews.Where(Review.UpToManager).Any(r => r.Id == review.Id),
                          }).ToListAsync(cancel);
        return [.. rows.Where(r => Kind(cycle, r.DueBy!.Value, today) is not null).Select(r => new Open(r.Id, r.PersonId, r.LastLeadId, r.Employee, r.Manager))];
    }

    // Looked at once more in the transaction that tells: whoever has acted meanwhile hears nothing.
    private Task<int> RemindAsync(Cycle cycle, Guid[] people, CancellationToken cancel) => CountAsync(cycle, async (db, nowUtc) =>
    {
        var (today, told) = (nowUtc.ToLondonDate(), 0);
        var rows = await (from review in db.Reviews.Where(Review.UpToEmployee)
                          join person in db.People on review.PersonId equals person.Id
                          where review.CycleId == cycle.Id && people.Contains(person.Id) && review.NotDue == null && review.DueBy != null
                          select new { person, review.Id, review.DueBy }).ToListAsync(cancel);
        var known = await LedgerAsync(db, cycle, people, forTeam: false, cancel);
        foreach (var one in rows.GroupBy(r => r.person.Id).Select(g => g.MinBy(r => r.DueBy)!))
        {
            if (Kind(cycle, one.DueBy!.Value, today) is not { } kind || !known.Add((one.person.Id, kind)) || !one.person.IsHere(nowUtc)) { continue; }
            var (left, after) = Said(kind);
            Tell(db, cycle, one.person, kind, false, new ReviewDue(one.person.FirstName, cycle.Label, one.DueBy.Value.Words(), left, after, site.Value.Absolute(Links.Review(one.Id))), nowUtc);
            told++;
        }
        return told;
    }, cancel);

    private Task<int> DigestAsync(Cycle cycle, ReminderKind kind, Guid[] leads, CancellationToken cancel) => CountAsync(cycle, async (db, nowUtc) =>
    {
        var (today, told) = (nowUtc.ToLondonDate(), 0);
        var away = db.AwayOn(today);
        var rows = await (from review in db.Reviews.Where(Review.UpToManager)
                          join person in db.People on review.PersonId equals person.Id
                          where review.CycleId == cycle.Id && review.LastLeadId != null && leads.Contains(review.LastLeadId.Value)
                             && review.NotDue == null && review.DueBy != null && person.Active && !away.Contains(person.Id)
                          orderby person.Name
                          select new { person.Name, Lead = review.LastLeadId!.Value, review.DueBy }).ToListAsync(cancel);
        var standIns = (await db.Delegations.Where(d => leads.Contains(d.ManagerId) && d.EndedAtUtc == null && d.From <= today && today <= d.Until).OrderBy(d => d.Id).ToListAsync(cancel))
            .GroupBy(d => d.ManagerId).ToDictionary(g => g.Key, g => g.First().DelegateId);
        // Whoever stands in gets the digest in the manager's place; two teams of one reader are one digest.
        var readers = rows.Where(r => Kind(cycle, r.DueBy!.Value, today) is not null).GroupBy(r => standIns.GetValueOrDefault(r.Lead, r.Lead)).ToList();
        var ids = readers.Select(r => r.Key).ToArray();
        var known = await LedgerAsync(db, cycle, ids, forTeam: true, cancel);
        var people = await db.People.Where(p => ids.Contains(p.Id) && !away.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        var toRead = !options.Value.AsksAbove ? null : (await db.Unread(ids, today).Where(x => x.Review.CycleId == cycle.Id)
            .OrderBy(x => x.Employee.Name).Select(x => new { ReaderId = x.Lead.ManagerId!.Value, x.Employee.Name }).ToListAsync(cancel)).ToLookup(x => x.ReaderId, x => x.Name);
        foreach (var team in readers)
        {
            if (!people.TryGetValue(team.Key, out var to) || !to.IsHere(nowUtc) || !known.Add((to.Id, kind))) { continue; }
            var (left, after) = Said(kind);
            var names = team.Select(r => r.Name).Distinct().ToList();
            Tell(db, cycle, to, kind, true, new TeamReviewsDue(to.FirstName, cycle.Label, cycle.Closes.Words(), $"{names.Count}", Names(names), left, after, toRead?[to.Id].ToList() is { Count: > 0 } unread ? Names(unread) : null, site.Value.Absolute(Links.MyPeople)), nowUtc);
            told++;
        }
        return told;
    }, cancel);

    private void Tell(LearningDb db, Cycle cycle, Person to, ReminderKind kind, bool forTeam, TypedMail mail, DateTime nowUtc)
    {
        db.Add(new ReviewReminder(cycle.Id, to.Id, kind, forTeam, nowUtc));
        outbox.Add(db, nowUtc, new Recipient(to.Name, to.Email, to.Id), mail, $"review-reminder:{cycle.Id}:{to.Id}:{kind}:{(forTeam ? "team" : "own")}");
    }

    // The cycle's row first: two workers take turns, and the second finds in the ledger what the first has told.
    private async Task<int> CountAsync(Cycle cycle, Func<LearningDb, DateTime, Task<int>> tell, CancellationToken cancel) => (await work.DecideAsync<int>(async (db, nowUtc) =>
    {
        await db.Cycles.Where(c => c.Id == cycle.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.GraceDays, c => c.GraceDays), cancel);
        return await tell(db, nowUtc);
    }, cancel)).Value;

    private static async Task<int> InTurnsAsync(IEnumerable<Guid> ids, Func<Guid[], Task<int>> tell, CancellationToken cancel)
    {
        var told = 0;
        foreach (var some in ids.Order().Chunk(AtOnce))
        {
            cancel.ThrowIfCancellationRequested();
            told += await tell(some);
        }
        return told;
    }

    private static async Task<HashSet<(Guid, ReminderKind)>> LedgerAsync(LearningDb db, Cycle cycle, Guid[] people, bool forTeam, CancellationToken cancel) =>
        (await db.ReviewReminders.Where(r => r.CycleId == cycle.Id && r.ForTeam == forTeam && people.Contains(r.PersonId)).Select(r => new { r.PersonId, r.Kind }).ToListAsync(cancel)).Select(r => (r.PersonId, r.Kind)).ToHashSet();

    private static ReminderKind? Kind(Cycle cycle, DateOnly dueBy, DateOnly today) => Reminders.KindOn(today, cycle.Opens, dueBy, cycle.GraceDays);

    private static (string? Left, string? After) Said(ReminderKind kind) => kind switch
    {
        ReminderKind.Opening => (null, null),
        ReminderKind.FourWeeks => ("four weeks left", null),
        ReminderKind.TwoWeeks => ("two weeks left", null),
        ReminderKind.ThreeDays => ("three days left", null),
        ReminderKind.ClosingDay => ("today is the last day", null),
        _ => (null, "yes"),
    };

    private static string Names(List<string> names) => names.Count <= 20 ? string.Join(", ", names) : $"{string.Join(", ", names.Take(20))} and {names.Count - 20} more";

    private sealed record Open(Guid ReviewId, Guid PersonId, Guid? LeadId, bool UpToEmployee, bool UpToManager);
}
