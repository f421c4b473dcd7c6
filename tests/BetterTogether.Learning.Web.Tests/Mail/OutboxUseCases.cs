using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Mail;
using BetterTogether.Learning.Web.Tests.Faults;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Mail;

internal sealed class OutboxUseCases : IUseCases
{
    public IEnumerable<UseCase> Rows =>
    [
        new("OutboxClaims.ClaimAsync", async w =>
        {
            var mail = await QueuedAsync(w);
            // A claim nobody heard of is free again after its lease.
            return Attempt.Of(async () => { w.App.Clock.Advance(OutboxClaims.Lease + TimeSpan.FromSeconds(1)); await w.The<OutboxClaims>().ClaimAsync(1, MailUrgency.Usual, CancellationToken.None); }, db => db.Outbox.AnyAsync(m => m.Id == mail && m.State == MailState.Sending));
        }),
        new("OutboxClaims.EndAsync", async w =>
        {
            await QueuedAsync(w);
            var claimed = Assert.Single(await w.The<OutboxClaims>().ClaimAsync(1, MailUrgency.Usual, CancellationToken.None));
            return Attempt.Of(() => w.The<OutboxClaims>().EndAsync([new(claimed, new Delivered())], CancellationToken.None), db => db.Outbox.AnyAsync(m => m.Id == claimed.Id && m.State == MailState.Sent));
        }),
        new("MailService.SendAgainAsync", async w =>
        {
            var (mail, desk) = (await QueuedAsync(w), A.PersonId());
            await w.The<MailService>().StopAsync(mail, desk, CancellationToken.None);
            return Attempt.Of(() => w.The<MailService>().SendAgainAsync(mail, desk, CancellationToken.None), db => db.Outbox.AnyAsync(m => m.Id == mail && m.State == MailState.Queued));
        }),
        new("MailService.StopAsync", async w =>
        {
            var mail = await QueuedAsync(w);
            return Attempt.Of(() => w.The<MailService>().StopAsync(mail, A.PersonId(), CancellationToken.None), db => db.Outbox.AnyAsync(m => m.Id == mail && m.State == MailState.Stopped));
        }),
        new("MailService.TryNowAsync", async w =>
        {
            await w.App.Ask(db => db.OutboxPauses.ExecuteDeleteAsync());
            await w.App.Has(new OutboxPause(new SenderRefused(535, "wrong password"), w.NowUtc));
            return Attempt.Of(() => w.The<MailService>().TryNowAsync(A.PersonId(), CancellationToken.None), db => db.OutboxPauses.AnyAsync(p => p.UntilUtc <= w.NowUtc));
        }),
        new("MailService.TrustAsync", async w =>
        {
            var address = $"{w.Name("suspect")}@demo.example";
            await w.App.Has(new SuspectAddress(address, null, new AddressRefused(550, "no such person"), w.NowUtc));
            return Attempt.Of(() => w.The<MailService>().TrustAsync(address, A.PersonId(), CancellationToken.None), async db => !await db.SuspectAddresses.AnyAsync(a => a.Address == address));
        }),
        new("MailService.SendTestAsync", async w =>
        {
            var person = await w.PersonAsync();
            return Attempt.Of(() => w.The<MailService>().SendTestAsync("bookings/waiting", person.Id, CancellationToken.None), db => db.Outbox.AnyAsync(m => m.PersonId == person.Id)) with { SendsAgain = true };
        }),
    ];

    public IReadOnlyDictionary<string, string> Spared => new Dictionary<string, string>
    {
        ["OutboxClaims.NextAtUtcAsync"] = "reads",
        ["OutboxSweep.RunAsync"] = "one statement, made again in an hour",
        ["OutboxSweep.SweepAsync"] = "as its round",
        ["IdempotencySweep.RunAsync"] = "one statement, made again in an hour",
        ["BackupService.Make"] = "copies files and sends no command: killed half-way in Kills/BackupKillTests",
        ["RestoreService.Restore"] = "as BackupService.Make",
        ["MoveService.MoveAsync"] = "one transaction into an empty database that nobody uses yet: Backups/MoveTests",
    };

    // The one mail that is next: what other use cases queued has gone.
    private static async Task<Guid> QueuedAsync(Workshop w)
    {
        await w.App.Ask(db => db.Outbox.Where(m => m.State != MailState.Sent).ExecuteDeleteAsync());
        var mail = MailSamples.All[1];
        var id = Ids.New(w.NowUtc);
        await w.App.Has(new OutboxMail(id, new OutboxMailDraft($"fault/{id}", new Mailbox("Ada", "ada@demo.example"), null, mail.Template, MailValues.Write(mail), null, null, null, mail.Urgency, false), $"<{id:N}@demo.example>", w.NowUtc));
        return id;
    }
}
