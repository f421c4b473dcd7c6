using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.SessionReminders;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Mail;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.SessionReminders;

/// <summary>Reminds people of what they have booked. Threading: any number of runs, in any number of processes; the ledger's key lets one of them send.</summary>
public sealed class SessionReminderService(UnitOfWork work, Outbox outbox, IOptions<ReminderOptions> options, IOptions<SiteOptions> site, TimeProvider clock, ILogger<SessionReminderService> log)
{
    /// <summary>So many people a transaction: bookings made meanwhile wait for milliseconds.</summary>
    private const int PeopleAtOnce = 200;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    /// <summary>The desk's plans, each kind once.</summary>
    public async Task<IReadOnlyList<ReminderPlan>> PlansAsync(CancellationToken cancel)
    {
        await using var db = await work.ReadAsync(cancel);
        return await PlansAsync(db, cancel);
    }

    /// <summary>Sets what the desk has decided; a kind that is not named stays as it is.</summary>
    public Task<Result<IReadOnlyList<ReminderPlan>>> ChangeAsync(IReadOnlyCollection<ReminderPlan> to, Guid byId, CancellationToken cancel) =>
        work.DecideAsync<IReadOnlyList<ReminderPlan>>(async (db, nowUtc) =>
        {
            var plans = await PlansAsync(db, cancel);
            foreach (var wanted in to)
            {
                var plan = plans.Single(p => p.Kind == wanted.Kind);
                if (plan.Change(wanted.IsOn, wanted.Ahead, wanted.At).Refusal is { } no) { return no; }
                if (db.Entry(plan).State == EntityState.Detached) { db.Add(plan); }
            }
            db.Record(nowUtc, byId, "reminders-changed", byId, string.Join(' ', to.Select(p => p.Kind)));
            return plans;
        }, cancel);

    /// <summary>Puts every reminder that is due into the outbox.</summary>
    /// <returns>How many mails that makes.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var mails = 0;
        foreach (var plan in await PlansAsync(cancel))
        {
            var (bookings, made) = (0, 0);
            while ((await QueueNextAsync(plan, cancel)).Value is { Bookings: > 0 } some) { (bookings, made) = (bookings + some.Bookings, made + some.Mails); }
            if (bookings > 0) { log.Reminded(plan.Kind, bookings, made); }
            mails += made;
        }
        await ForgetAsync(cancel);
        return mails;
    }

    private Task<Result<Queued>> QueueNextAsync(ReminderPlan plan, CancellationToken cancel) => work.DecideAsync<Queued>(async (db, nowUtc) =>
    {
        if (plan.StartsDue(nowUtc) is not { } starts) { return new Queued(0, 0); }
        var due = await DueReminders.NextAsync(db, plan, starts, nowUtc.AddHours(-options.Value.NotWithinHours), nowUtc.ToLondonDate(), PeopleAtOnce, cancel);
        db.AddRange(due.Select(d => new SentReminder(d.BookingId, plan.Kind, d.StartsAtUtc, nowUtc)));
        // The ledger before the mails: its rows are written in the order of their keys, so that two runs meet at the first; mails have random ids, and two runs would hold what the other waits for.
        await db.SaveChangesAsync(cancel);
        var days = due.GroupBy(d => (d.PersonId, Day: d.StartsAtUtc.ToLondonDate())).Select(day => day.OrderBy(d => d.StartsAtUtc).ToList()).ToList();
        foreach (var day in days) { Queue(db, plan.Kind, day, nowUtc); }
        return new Queued(due.Count, days.Count);
    }, cancel);

    private void Queue(LearningDb db, ReminderKind kind, List<DueReminder> day, DateTime nowUtc)
    {
        var first = day[0];
        outbox.Add(
            db, nowUtc, new Recipient(first.Name, first.Email, first.PersonId), day.Count == 1 ? One(first, nowUtc) : Several(day, nowUtc),
            $"reminder:{kind}:{first.BookingId}:{first.StartsAtUtc.Ticks}", expiresAtUtc: first.StartsAtUtc,
            openSessionId: day.Count == 1 && !first.IsPrivate ? first.SessionId : null);
    }

    private SessionReminder One(DueReminder one, DateTime nowUtc) => new(
        FirstName(one), Lead(one, nowUtc), Title(one), $"{one.Period}", one.Place ?? Occasion.Online, one.JoinUrl, site.Value.Absolute(Links.Booking(one.BookingId)),
        one.Kind.IsOpenCircle(one.Visibility) ? site.Value.Absolute(Links.SessionCircle(one.SessionId)) : null) { IsPrivate = one.IsPrivate };

    private DayReminder Several(List<DueReminder> day, DateTime nowUtc) => new(
        FirstName(day[0]), Lead(day[0], nowUtc), $"{day.Count}", day[0].StartsAtUtc.ToLondonDate().Words(),
        string.Join('\n', day.Select(d => $"{London.ClockWords(d.StartsAtUtc, d.EndsAtUtc)}: {Title(d)} ({d.Place ?? Occasion.Online})")), site.Value.Absolute(Links.MyBookings)) { IsPrivate = day.Exists(d => d.IsPrivate) };

    private static string Title(DueReminder one) => Invite.SummaryFor(one.Title, one.IsPrivate);

    private static string FirstName(DueReminder one) => one.Name.Split(' ')[0];

    private static string Lead(DueReminder one, DateTime nowUtc) => (one.StartsAtUtc.ToLondonDate().DayNumber - nowUtc.ToLondonDate().DayNumber) switch
    {
        0 => one.StartsAtUtc - nowUtc <= TimeSpan.FromHours(1) ? "Soon" : "Today",
        1 => "Tomorrow",
        _ => one.StartsAtUtc.ToLondonDate().Words(),
    };

    private static async Task<List<ReminderPlan>> PlansAsync(LearningDb db, CancellationToken cancel)
    {
        var set = await db.ReminderPlans.ToListAsync(cancel);
        return [.. ReminderPlan.Defaults.Select(d => set.Find(p => p.Kind == d.Kind) ?? d)];
    }

    // Long after the start nothing can be due any more.
    private async Task ForgetAsync(CancellationToken cancel)
    {
        var before = clock.GetUtcNow().UtcDateTime - Kept;
        await using var db = await work.ReadAsync(cancel);
        if (!await db.SentReminders.AnyAsync(r => r.StartsAtUtc < before, cancel)) { return; }
        await work.DecideAsync<Queued>(async (own, _) => new Queued(await own.SentReminders.Where(r => r.StartsAtUtc < before).ExecuteDeleteAsync(cancel), 0), cancel);
    }

    private sealed record Queued(int Bookings, int Mails);
}
