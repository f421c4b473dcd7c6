using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Mail;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace BetterTogether.Learning.Web.Tests.Kills;

/// <summary>Killed while it sends: between the claim and the sending, between the sending and the word that it went.</summary>
[Collection(ProcessLane.Second)]
public sealed class OutboxKillTests(ITestOutputHelper output)
{
    private const int Seed = 20261125;
    private const int Lanes = 2;
    private const int KillsALane = 9;
    private const int MailsAStart = 100;
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(80);

    private static readonly Dictionary<string, string> Empty = new() { ["Demo__Seed"] = "false", ["Mail__Transport"] = "Folder" };

    [Fact]
    public async Task Every_mail_goes_at_least_once_under_its_own_id_however_often_it_is_killed() =>
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => KillAsync(new Random(Seed + lane))));

    private async Task KillAsync(Random random)
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseProvider.Sqlite);
        var mails = 0;
        for (var kill = 0; kill < KillsALane; kill++)
        {
            mails = await QueueAsync(database, mails);
            var before = Sent(database.Folder);
            await using var product = ProductProcess.Launch(database.Folder, settings: Empty);
            await Hosting.Eventually.HoldsAsync(() => Task.FromResult(Sent(database.Folder) > before || product.HasEnded), "the first mail has gone");
            Assert.False(product.HasEnded, product.Said);
            await Task.Delay(Longest * random.NextDouble()); // the kill comes at any moment
            await product.KillAsync();
        }
        var left = await LeftAsync(database);
        var inFolder = await SentAll.AssertAsync(database);
        output.WriteLine($"Seed {Seed}: {mails} mails, {left} left by the last kill, {inFolder - mails} went twice");
    }

    private static async Task<int> QueueAsync(TestDatabase database, int from)
    {
        var nowUtc = TimeProvider.System.GetUtcNow().UtcDateTime;
        await using var db = database.CreateDbContext();
        var waiting = await db.Outbox.CountAsync(m => m.State == MailState.Queued);
        // What an earlier kill left claimed may be waiting again, and then there are more than a start wants.
        var to = from + Math.Max(0, MailsAStart - waiting);
        for (var i = from; i < to; i++)
        {
            var mail = MailSamples.All[i % MailSamples.All.Count];
            var id = Ids.New(nowUtc);
            db.Outbox.Add(new OutboxMail(id, new OutboxMailDraft($"kill/{i}", new Mailbox("Ada", "ada@demo.example"), null, mail.Template, MailValues.Write(mail), null, null, null, mail.Urgency, false), $"<{id:N}@demo.example>", nowUtc));
        }
        await db.SaveChangesAsync();
        database.Close();
        return to;
    }

    private static async Task<int> LeftAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        var left = await db.Outbox.CountAsync(m => m.State != MailState.Sent);
        database.Close();
        return left;
    }

    private static int Sent(string folder) => Path.Combine(folder, "mail") is var mail && Directory.Exists(mail) ? Directory.EnumerateFiles(mail, "*.eml").Count() : 0;
}
