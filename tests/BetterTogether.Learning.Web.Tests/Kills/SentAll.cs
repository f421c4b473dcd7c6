using System.Text.RegularExpressions;
using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Kills;

internal static partial class SentAll
{
    /// <summary>Lets the product send what killed ones left behind: no row is stuck, and each went at least once, under its own Message-ID and no other.</summary>
    /// <returns>How many mails lie in the folder: those that went twice, twice.</returns>
    public static async Task<int> AssertAsync(TestDatabase database)
    {
        // What the killed ones had claimed is free again once their lease is over: the clock of this one stands behind that.
        var later = new FixedClock(TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(3));
        await using var app = await TestApp.StartAsync(database, new() { Clock = later });
        await Eventually.HoldsAsync(() => app.Ask(async db => !await db.Outbox.AnyAsync(m => m.State == MailState.Queued || m.State == MailState.Sending)), "every mail is sent");

        var mails = await app.Ask(db => db.Outbox.AsNoTracking().Select(m => new { m.MessageId, m.State, m.LastError }).ToListAsync());
        var inFolder = Directory.EnumerateFiles(Path.Combine(app.Folder, "mail"), "*.eml").Select(f => MessageId().Match(File.ReadAllText(f)).Value.Trim()).ToList();
        Assert.NotEmpty(mails);
        Assert.All(mails, m => Assert.True(m.State == MailState.Sent, $"{m.MessageId} is {m.State} {m.LastError}"));
        Assert.Equal(mails.Select(m => m.MessageId).Order(StringComparer.Ordinal), inFolder.Distinct().Order(StringComparer.Ordinal));
        return inFolder.Count;
    }

    [GeneratedRegex("(?<=^Message-ID: ).+$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MessageId();
}
