using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Mail;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.DevelopmentPlan;

/// <summary>Three, six and nine months on: a mail that asks how it goes, on a day its reader works. Who is due is computed from the plans; the ledger sees that it goes once.</summary>
public sealed partial class CheckInNudges(UnitOfWork work, Outbox outbox, IOptions<SiteOptions> site, Readiness readiness, TimeProvider clock, ILogger<CheckInNudges> log) : PeriodicService(Every, readiness, clock)
{
    public const string Kind = "plan-check-in";

    private static readonly TimeSpan Every = TimeSpan.FromHours(1);
    private static readonly TimeOnly NotBefore = new(8, 0);
    private static readonly Dictionary<int, string> InWords = new() { [3] = "three", [6] = "six", [9] = "nine" };

    protected override void Failed(Exception e) => CannotNudge(log, e);

    protected override async Task RunAsync(CancellationToken cancel)
    {
        var nowUtc = NowUtc;
        var today = nowUtc.ToLondonDate();
        if (nowUtc < today.ToUtc(NotBefore)) { return; }
        await using var db = await work.ReadAsync(cancel);
        foreach (var plan in await PlansAsync(db, null, today, cancel))
        {
            if (DueOn(plan, today) is not null) { await work.DecideAsync<int>((fresh, atUtc) => NudgeOneAsync(fresh, plan.PersonId, atUtc, cancel), cancel); }
        }
    }

    // Looked at again under the writer's turn: somebody may have written a note, or the other node may have sent it, since the list was made.
    private async Task<Result<int>> NudgeOneAsync(LearningDb db, Guid personId, DateTime nowUtc, CancellationToken cancel)
    {
        var today = nowUtc.ToLondonDate();
        if ((await PlansAsync(db, personId, today, cancel)).SingleOrDefault() is not { } plan || DueOn(plan, today) is not { } due) { return 0; }
        var person = await db.People.SingleAsync(p => p.Id == personId, cancel);
        if (!person.IsHere(nowUtc)) { return 0; }
        var months = InWords[CheckIns.MonthsAt(plan.First, due)];
        db.Add(new SentNudge(personId, Kind, due));
        outbox.Add(db, nowUtc, new Recipient(person.Name, person.Email, person.Id), new PlanCheckIn(person.FirstName, months, site.Value.Absolute(Links.DevelopmentPlan)), $"{Kind}:{personId}:{due:yyyy-MM-dd}");
        return 1;
    }

    private static DateOnly? DueOn(Plan plan, DateOnly today) =>
        today.IsWorkingDay(plan.Works) && CheckIns.DueOn(plan.First, plan.LastWrittenUtc?.ToLondonDate(), today) is { } due && plan.LastNudged is var last && (last is null || last < due) ? due : null;

    /// <summary>Plans of the year that runs with something open in them, a line a person.</summary>
    private static async Task<List<Plan>> PlansAsync(LearningDb db, Guid? personId, DateOnly today, CancellationToken cancel)
    {
        var (year, away) = (PlanYear.Of(today).Start, db.AwayOn(today));
        var rows = await (from objective in db.Objectives
                          join person in db.People on objective.PersonId equals person.Id
                          where objective.Year == year && person.Active && (personId == null || person.Id == personId) && !away.Contains(person.Id)
                          orderby person.Id
                          select new
                          {
                              person.Id, person.WorkingDays, objective.SetAtUtc, objective.Status,
                              WrittenUtc = db.ObjectiveEntries.Where(e => e.ObjectiveId == objective.Id).Max(e => (DateTime?)e.AtUtc),
                              Nudged = db.Nudges.Where(n => n.PersonId == person.Id && n.Kind == Kind).Max(n => (DateOnly?)n.DueOn),
                          }).AsNoTracking().ToListAsync(cancel);
        return [.. rows.GroupBy(r => r.Id).Where(g => g.Any(r => r.Status is not (ObjectiveStatus.Done or ObjectiveStatus.Stopped)))
            .Select(g => new Plan(g.Key, g.First().WorkingDays, g.Min(r => r.SetAtUtc).ToLondonDate(), g.Max(r => r.WrittenUtc), g.First().Nudged))];
    }

    private sealed record Plan(Guid PersonId, WorkingDays Works, DateOnly First, DateTime? LastWrittenUtc, DateOnly? LastNudged);

    [LoggerMessage(Level = LogLevel.Error, Message = "Check-ins could not be looked at; trying again")]
    private static partial void CannotNudge(ILogger log, Exception e);
}
