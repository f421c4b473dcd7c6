using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>
/// The worker's side of the outbox, a batch at a time: two commits, however many mails. A claim is committed before its
/// mail goes, the outcome after; in between only the lease holds it.
/// Threading: any number of workers, in any number of processes.
/// </summary>
public sealed class OutboxClaims(UnitOfWork work, IDbContextFactory<LearningDb> contexts, TimeProvider clock)
{
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    // Written as the partial index has it, or SQLite would read the whole table.
    private const string Pending = $"SELECT * FROM outbox WHERE {MailMapping.PendingOnly}";

    // In the order of its thread: a retried invite must not arrive after its cancellation.
    private const string NextOnPostgres = $"""
        {Pending} AND "NextAtUtc" <= @now AND "Urgency" >= @least
        AND NOT EXISTS (SELECT FROM outbox o WHERE o."Thread" = outbox."Thread" AND o."ThreadSequence" < outbox."ThreadSequence" AND o."State" IN ('Queued', 'Sending'))
        ORDER BY "Urgency" DESC, "NextAtUtc", "Id" LIMIT @most FOR UPDATE SKIP LOCKED
        """;

    private const string MineOnPostgres = """SELECT * FROM outbox WHERE "Id" = ANY(@ids) ORDER BY "Id" FOR UPDATE""";

    /// <param name="most">While the queue pauses it is none; after a pause, one to try.</param>
    /// <param name="least">The least urgency wanted.</param>
    /// <returns>The next mails that are due, claimed for <see cref="Lease"/>; none when nothing is due.</returns>
    public async Task<IReadOnlyList<OutboxMail>> ClaimAsync(int most, int least, CancellationToken cancel)
    {
        while (await MostAsync(most, least, cancel) is > 0 and var some)
        {
            var claimed = (await work.DecideAsync<Claim>(async (db, nowUtc) => await ClaimAsync(db, some, least, nowUtc, cancel), cancel)).Value;
            // Nothing but expired ones: there may be more behind them.
            if (claimed.Mails.Count > 0 || claimed.Ended is 0)
            {
                return claimed.Mails;
            }
        }

        return [];
    }

    /// <summary>Commits what became of the mails, unless a lease was lost meanwhile: then whoever has it now says so.</summary>
    public Task EndAsync(IReadOnlyList<Outcome> outcomes, CancellationToken cancel) => work.DecideAsync<int>(async (db, nowUtc) =>
    {
        var rows = await MineAsync(db, outcomes, cancel);
        foreach (var (mail, delivery) in outcomes)
        {
            if (rows.TryGetValue(mail.Id, out var row) && row.State is MailState.Sending && row.LeaseUntilUtc == mail.LeaseUntilUtc)
            {
                row.End(delivery, nowUtc);
            }
        }

        await SuspectAsync(db, outcomes, nowUtc, cancel);
        await PauseAsync(db, outcomes, nowUtc, cancel);
        return rows.Count;
    }, cancel);

    /// <summary>When the next mail may be taken, in the past if it is due already; null when nothing waits.</summary>
    public async Task<DateTime?> NextAtUtcAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Outbox.FromSqlRaw(Pending).MinAsync(m => (DateTime?)m.NextAtUtc, cancel);
    }

    // A look without the lock first: an idle worker must not queue with the bookings.
    private async Task<int> MostAsync(int most, int least, CancellationToken cancel)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (!await Due(db, least, nowUtc).AnyAsync(cancel))
        {
            return 0;
        }

        return await db.OutboxPauses.AsNoTracking().SingleOrDefaultAsync(cancel) switch
        {
            null => most,
            { } pause when pause.Holds(nowUtc) => 0,
            _ => 1,
        };
    }

    private static async Task<Claim> ClaimAsync(LearningDb db, int most, int least, DateTime nowUtc, CancellationToken cancel)
    {
        var next = db.Database.IsNpgsql()
            ? await db.Outbox.FromSqlRaw(NextOnPostgres, new NpgsqlParameter("now", nowUtc), new NpgsqlParameter("least", least), new NpgsqlParameter("most", most)).ToListAsync(cancel)
            : await Due(db, least, nowUtc).OrderByDescending(m => m.Urgency).ThenBy(m => m.NextAtUtc).ThenBy(m => m.Id).Take(most).ToListAsync(cancel);
        var lease = LeaseFrom(nowUtc);
        var mails = next.FindAll(m => m.Claim(nowUtc, lease));
        return new Claim(mails, next.Count - mails.Count);
    }

    private static IQueryable<OutboxMail> Due(LearningDb db, int least, DateTime nowUtc) =>
        db.Outbox.FromSqlRaw(Pending).Where(m => m.NextAtUtc <= nowUtc && m.Urgency >= least
            && !db.Outbox.FromSqlRaw(Pending).Any(o => o.Thread == m.Thread && o.ThreadSequence < m.ThreadSequence));

    private static async Task<Dictionary<Guid, OutboxMail>> MineAsync(LearningDb db, IReadOnlyList<Outcome> outcomes, CancellationToken cancel)
    {
        var ids = outcomes.Select(o => o.Mail.Id).ToArray();
        var mine = db.Database.IsNpgsql() ? db.Outbox.FromSqlRaw(MineOnPostgres, new NpgsqlParameter("ids", ids)) : db.Outbox.Where(m => ids.Contains(m.Id));
        return await mine.ToDictionaryAsync(m => m.Id, cancel);
    }

    private static async Task SuspectAsync(LearningDb db, IReadOnlyList<Outcome> outcomes, DateTime nowUtc, CancellationToken cancel)
    {
        var good = outcomes.Where(o => o.Delivery is Delivered).Select(o => o.Mail.ToAddress).ToHashSet(StringComparer.Ordinal);
        await db.SuspectAddresses.Where(a => good.Contains(a.Address)).ExecuteDeleteAsync(cancel);
        foreach (var (mail, delivery) in outcomes.Where(o => o.Delivery is AddressRefused && !good.Contains(o.Mail.ToAddress)).DistinctBy(o => o.Mail.ToAddress))
        {
            if (await db.SuspectAddresses.FindAsync([mail.ToAddress], cancel) is { } known)
            {
                known.Refused(delivery, nowUtc);
            }
            else
            {
                db.Add(new SuspectAddress(mail.ToAddress, mail.PersonId, delivery, nowUtc));
            }
        }
    }

    // Whatever a server says of one mail, it is there and takes our mail; only what it says of itself or of us pauses the queue.
    private static async Task PauseAsync(LearningDb db, IReadOnlyList<Outcome> outcomes, DateTime nowUtc, CancellationToken cancel)
    {
        var pause = await db.OutboxPauses.SingleOrDefaultAsync(cancel);
        var trouble = outcomes.Select(o => o.Delivery).FirstOrDefault(d => d is SenderRefused) ?? outcomes.Select(o => o.Delivery).FirstOrDefault(d => d is ServerAway);
        if (trouble is not null)
        {
            pause?.GoOn(trouble, nowUtc);
            _ = pause ?? db.Add(new OutboxPause(trouble, nowUtc)).Entity;
        }
        else if (pause is not null && outcomes.Any(o => o.Delivery is not NotBegun))
        {
            db.Remove(pause);
        }
    }

    // Whole seconds: PostgreSQL keeps microseconds, and the lease is compared with what was read back.
    private static DateTime LeaseFrom(DateTime nowUtc) => new(
        (nowUtc + Lease).Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc);

    private sealed record Claim(IReadOnlyList<OutboxMail> Mails, int Ended);
}
