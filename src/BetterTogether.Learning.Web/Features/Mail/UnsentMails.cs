using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>The mails of some threads that nobody can have received yet: what comes later may change or withdraw them. Held until the decision's end.</summary>
public sealed class UnsentMails
{
    private readonly Dictionary<string, OutboxMail> last;

    private UnsentMails(IEnumerable<OutboxMail> mails) => last = mails.GroupBy(m => m.Thread!).ToDictionary(t => t.Key, t => t.MaxBy(m => m.ThreadSequence)!);

    public static async Task<UnsentMails> OfAsync(LearningDb db, IReadOnlyCollection<string> threads, CancellationToken cancel)
    {
        if (threads.Count == 0) { return new([]); }
        // On PostgreSQL a worker may be about to claim one: whoever holds the row first decides. SQLite has one writer.
        var rows = db.Database.IsNpgsql()
            ? db.Outbox.FromSql($"""SELECT * FROM outbox WHERE "Thread" = ANY ({threads.ToArray()}) AND "State" = 'Queued' AND "Attempts" = 0 FOR UPDATE""")
            : db.Outbox.Where(m => threads.Contains(m.Thread) && m.State == MailState.Queued && m.Attempts == 0);
        return new(await rows.ToListAsync(cancel));
    }

    /// <summary>An update nobody has seen is not needed any more; a first invite is, before its cancellation.</summary>
    public void Withdraw(string thread)
    {
        if (last.TryGetValue(thread, out var mail) && mail.ThreadSequence > 0)
        {
            mail.Withdraw("No longer so before it was sent");
            last.Remove(thread);
        }
    }

    /// <summary>Old → new against what people were last told: an untold change hands on what it found.</summary>
    /// <param name="untold">What the unsent change says of it.</param>
    /// <param name="before">Null where there is no old one to show.</param>
    /// <returns>Null where people know it as it is now.</returns>
    public static string? Was(string? untold, string? before, string now) => (untold ?? before) is { } was && was != now ? was : null;

    /// <returns>The last of a thread; null where all of it may have arrived.</returns>
    internal OutboxMail? Last(string thread) => last.GetValueOrDefault(thread);
}
