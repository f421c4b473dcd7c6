using BetterTogether.Learning.Domain.Cpd;
using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Mail;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Cpd;

/// <summary>Reminds on the days a checklist names, once each, whoever has something missing; silent when it is done.</summary>
public sealed partial class CpdReminders(UnitOfWork work, Outbox outbox, CpdContent content, IOptions<SiteOptions> site, Readiness readiness, TimeProvider clock, ILogger<CpdReminders> log) : PeriodicService(Every, readiness, clock)
{
    public const string Kind = "cpd-reminder";

    private static readonly TimeSpan Every = TimeSpan.FromHours(1);
    private static readonly TimeOnly NotBefore = new(8, 0);

    protected override void Failed(Exception e) => CannotRemind(log, e);

    protected override async Task RunAsync(CancellationToken cancel)
    {
        var nowUtc = NowUtc;
        var today = nowUtc.ToLondonDate();
        if (nowUtc < today.ToUtc(NotBefore) || content.Checklists.All(c => RegistrationYear.Of(today).ReminderDueOn(c.Reminders, today) is null)) { return; }
        await using var db = await work.ReadAsync(cancel);
        foreach (var record in await RecordsAsync(db, null, today, cancel))
        {
            if (Due(record, today) is not null) { await work.DecideAsync<int>((fresh, atUtc) => RemindOneAsync(fresh, record.PersonId, atUtc, cancel), cancel); }
        }
    }

    // Looked at again under the writer's turn: an entry may have become ready, or the other node may have sent it.
    private async Task<Result<int>> RemindOneAsync(LearningDb db, Guid personId, DateTime nowUtc, CancellationToken cancel)
    {
        var today = nowUtc.ToLondonDate();
        if ((await RecordsAsync(db, personId, today, cancel)).SingleOrDefault() is not { } record || Due(record, today) is not var (due, progress)) { return 0; }
        var person = await db.People.SingleAsync(p => p.Id == personId, cancel);
        if (!person.IsHere(nowUtc)) { return 0; }
        db.Add(new SentNudge(personId, Kind, due));
        var last = RegistrationYear.Of(today).Last;
        outbox.Add(
            db, nowUtc, new Recipient(person.Name, person.Email, person.Id),
            new CpdReminder(person.FirstName, last.Words(), progress.MissingWords, progress.Checklist.CopyTo, site.Value.Absolute(Links.Cpd)),
            $"{Kind}:{personId}:{due:yyyy-MM-dd}", expiresAtUtc: last.AddDays(1).StartOfDayUtc());
        return 1;
    }

    private (DateOnly On, ChecklistProgress Progress)? Due(Record record, DateOnly today)
    {
        if (!today.IsWorkingDay(record.Works) || content.ChecklistOf(record.Chosen, record.JobTitle, record.Employment) is not { } checklist) { return null; }
        if (RegistrationYear.Of(today).ReminderDueOn(checklist.Reminders, today) is not { } due || record.LastReminded >= due) { return null; }
        var progress = checklist.Progress(record.Ready, record.WithPeer);
        return progress.IsDone ? null : (due, progress);
    }

    /// <summary>Everybody's counts in one query, or one person's.</summary>
    private static async Task<List<Record>> RecordsAsync(LearningDb db, Guid? personId, DateOnly today, CancellationToken cancel)
    {
        var (first, last, away) = (RegistrationYear.Of(today).First, RegistrationYear.Of(today).Last, db.AwayOn(today));
        var rows = await (from person in db.People
                          where person.Active && (personId == null || person.Id == personId) && !away.Contains(person.Id)
                          orderby person.Id
                          select new
                          {
                              person.Id, person.JobTitle, person.Employment, person.WorkingDays,
                              Ready = db.CpdEntries.Count(e => e.PersonId == person.Id && e.On >= first && e.On <= last && e.Status != CpdStatus.Draft),
                              WithPeer = db.CpdEntries.Count(e => e.PersonId == person.Id && e.On >= first && e.On <= last && e.Status != CpdStatus.Draft && e.PeerReflection != null),
                              Chosen = db.CpdChoices.Where(c => c.PersonId == person.Id).Select(c => c.Checklist).FirstOrDefault(),
                              LastReminded = db.Nudges.Where(n => n.PersonId == person.Id && n.Kind == Kind).Max(n => (DateOnly?)n.DueOn),
                          }).AsNoTracking().ToListAsync(cancel);
        return rows.ConvertAll(r => new Record(r.Id, r.JobTitle, r.Employment, r.WorkingDays, r.Ready, r.WithPeer, r.Chosen, r.LastReminded));
    }

    private sealed record Record(Guid PersonId, string? JobTitle, Employment Employment, WorkingDays Works, int Ready, int WithPeer, string? Chosen, DateOnly? LastReminded);

    [LoggerMessage(Level = LogLevel.Error, Message = "CPD reminders could not be looked at; trying again")]
    private static partial void CannotRemind(ILogger log, Exception e);
}
