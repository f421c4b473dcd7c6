using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>The words of a secret mail that failed are kept for another try, but no longer than they are of use: looked at each hour.</summary>
public sealed class OutboxSweep(UnitOfWork work, Readiness readiness, TimeProvider clock, ILogger<OutboxSweep> log) : PeriodicService(Every, readiness, clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <returns>How many mails have lost their words.</returns>
    public async Task<int> SweepAsync(CancellationToken cancel) => (await work.DecideAsync<int>(async (db, nowUtc) =>
    {
        var oldUtc = nowUtc - Kept;
        return await db.Outbox.FromSqlRaw($"SELECT * FROM outbox WHERE {MailMapping.EndedOnly}")
            .Where(m => m.State == MailState.Failed && m.DropBodyOnceSent && m.Values != OutboxMail.NoValues && (m.ExpiresAtUtc <= nowUtc || m.CreatedAtUtc <= oldUtc))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Values, OutboxMail.NoValues).SetProperty(m => m.Calendar, (string?)null), cancel);
    }, cancel)).Value;

    protected override Task RunAsync(CancellationToken cancel) => SweepAsync(cancel);

    protected override void Failed(Exception e) => log.OutboxStumbled(e);
}
