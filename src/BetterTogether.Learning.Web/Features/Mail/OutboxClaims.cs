using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>
/// The worker's side of the outbox. A claim is committed before the mail goes, its outcome after; in between only the
/// lease holds it. Threading: any number of workers, in any number of processes.
/// </summary>
public sealed class OutboxClaims(UnitOfWork work, IDbContextFactory<LearningDb> contexts, TimeProvider clock)
{
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private const string NextOnPostgres = $"""
        SELECT * FROM outbox
        WHERE {MailMapping.PendingOnly} AND ("State" = 'Queued' AND "NextAtUtc" <= @now OR "State" = 'Sending' AND "LeaseUntilUtc" <= @now)
        ORDER BY "Urgency" DESC, "CreatedAtUtc", "Id" LIMIT 1 FOR UPDATE SKIP LOCKED
        """;

    /// <returns>The next mail that is due, claimed for <see cref="Lease"/>; null when there is none.</returns>
    public async Task<OutboxMail?> ClaimNextAsync(CancellationToken cancel)
    {
        // A look without the lock first: an idle worker must not queue with the bookings.
        while (await OldestDueUtcAsync(cancel) is not null)
        {
            var claim = (await work.DecideAsync<Claim>(async (db, nowUtc) => await ClaimOneAsync(db, nowUtc, cancel), cancel)).Value;
            if (claim.Mail is null or { State: MailState.Sending })
            {
                return claim.Mail;
            }
        }

        return null;
    }

    /// <summary>Commits what became of a mail, unless its lease was lost meanwhile: then whoever has it now says so.</summary>
    public async Task EndAsync(OutboxMail claimed, Action<OutboxMail, DateTime> outcome, CancellationToken cancel) =>
        await work.DecideAsync<Claim>(async (db, nowUtc) =>
        {
            var mail = await db.Outbox.SingleOrDefaultAsync(m => m.Id == claimed.Id && m.State == MailState.Sending && m.LeaseUntilUtc == claimed.LeaseUntilUtc, cancel);
            if (mail is not null)
            {
                outcome(mail, nowUtc);
            }

            return new Claim(mail);
        }, cancel);

    /// <summary>Since when the mail that has waited longest could have gone; null when nothing waits.</summary>
    public async Task<DateTime?> OldestDueUtcAsync(CancellationToken cancel)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await Due(db, nowUtc).MinAsync(m => (DateTime?)(m.State == MailState.Queued ? m.NextAtUtc : m.LeaseUntilUtc), cancel);
    }

    private static async Task<Claim> ClaimOneAsync(LearningDb db, DateTime nowUtc, CancellationToken cancel)
    {
        var next = db.Database.IsNpgsql()
            ? (await db.Outbox.FromSqlRaw(NextOnPostgres, new Npgsql.NpgsqlParameter("now", nowUtc)).ToListAsync(cancel)).SingleOrDefault()
            : await Due(db, nowUtc).OrderByDescending(m => m.Urgency).ThenBy(m => m.CreatedAtUtc).ThenBy(m => m.Id).FirstOrDefaultAsync(cancel);
        next?.Claim(nowUtc, LeaseFrom(nowUtc));
        if (next?.HasExpired(nowUtc) is true)
        {
            next.Expire(nowUtc);
        }

        return new Claim(next);
    }

    private static IQueryable<OutboxMail> Due(LearningDb db, DateTime nowUtc) => db.Outbox.Where(m =>
        (m.State == MailState.Queued && m.NextAtUtc <= nowUtc) || (m.State == MailState.Sending && m.LeaseUntilUtc <= nowUtc));

    // Whole seconds: PostgreSQL keeps microseconds, and the lease is compared with what was read back.
    private static DateTime LeaseFrom(DateTime nowUtc) => new(
        (nowUtc + Lease).Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc);

    private sealed record Claim(OutboxMail? Mail);
}
