using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <param name="Text">Part of a person's name or address, or of a session's title.</param>
/// <param name="After">The last mail of the page before.</param>
public sealed record MailFilter(string? Text, MailState? State, Guid? PersonId, Guid? SessionId, Guid? After);

/// <param name="SessionTitle">Of the open session it tells of, if there is one.</param>
public sealed record MailLine(OutboxMail Mail, string? SessionTitle);

/// <param name="Next">What the next page comes after; null on the last one.</param>
public sealed record MailPage(IReadOnlyList<MailLine> Lines, Guid? Next);

/// <summary>What stands in the way of mail, for the top of the desk's page.</summary>
/// <param name="Waiting">How many are queued or on their way.</param>
public sealed record MailTrouble(OutboxPause? Pause, int Waiting, int Failed, IReadOnlyList<SuspectAddress> Suspects);

public sealed class MailQueries(LearningDb db)
{
    private const int PageSize = 50;
    private const int MostMatches = 100;
    private const int MostSuspects = 20;

    /// <summary>The newest first.</summary>
    public async Task<MailPage> SearchAsync(MailFilter filter, CancellationToken cancel)
    {
        var mails = db.Outbox.AsNoTracking();
        mails = filter.State is { } state ? mails.Where(m => m.State == state) : mails;
        mails = filter.PersonId is { } person ? mails.Where(m => m.PersonId == person) : mails;
        mails = filter.SessionId is { } session ? mails.Where(m => m.SessionId == session) : mails;
        mails = filter.After is { } after ? mails.Where(m => m.Id < after) : mails;
        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            mails = await MatchingAsync(mails, filter.Text.Trim(), cancel);
        }

        // Ids grow with time: the newest first is the key backwards.
        var found = await mails.OrderByDescending(m => m.Id).Take(PageSize + 1)
            .Select(m => new { Mail = m, Title = db.Sessions.Where(s => s.Id == m.SessionId && s.Visibility == Visibility.Open).Select(s => s.Title).FirstOrDefault() }).ToListAsync(cancel);
        return new MailPage([.. found.Take(PageSize).Select(f => new MailLine(f.Mail, f.Title))], found.Count > PageSize ? found[PageSize - 1].Mail.Id : null);
    }

    public Task<OutboxMail?> FindAsync(Guid id, CancellationToken cancel) => db.Outbox.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancel);

    public Task<string?> SessionTitleAsync(Guid? id, CancellationToken cancel) =>
        db.Sessions.Where(s => s.Id == id && s.Visibility == Visibility.Open).Select(s => s.Title).SingleOrDefaultAsync(cancel);

    public Task<string?> PersonNameAsync(Guid? id, CancellationToken cancel) => db.People.Where(p => p.Id == id).Select(p => p.Name).SingleOrDefaultAsync(cancel);

    public async Task<MailTrouble> TroubleAsync(CancellationToken cancel) => new(
        await db.OutboxPauses.AsNoTracking().SingleOrDefaultAsync(cancel),
        await db.Outbox.FromSqlRaw($"SELECT * FROM outbox WHERE {MailMapping.PendingOnly}").CountAsync(cancel),
        await db.Outbox.FromSqlRaw($"SELECT * FROM outbox WHERE {MailMapping.EndedOnly}").CountAsync(m => m.State == MailState.Failed, cancel),
        await db.SuspectAddresses.AsNoTracking().OrderByDescending(a => a.LastUtc).Take(MostSuspects).ToListAsync(cancel));

    // Two short looks into the small tables, then the large one by its indexes.
    private async Task<IQueryable<OutboxMail>> MatchingAsync(IQueryable<OutboxMail> mails, string text, CancellationToken cancel)
    {
#pragma warning disable CA1304, CA1311, CA1862 // becomes the database's own lower(), on both sides
        var part = text.ToLower();
        var people = await db.People.Where(p => p.Name.ToLower().Contains(part) || p.Email.Contains(part)).OrderBy(p => p.Name).Take(MostMatches).Select(p => (Guid?)p.Id).ToListAsync(cancel);
        var sessions = await db.Sessions.Where(s => s.Visibility == Visibility.Open && s.Title.ToLower().Contains(part)).OrderByDescending(s => s.StartsAtUtc).Take(MostMatches).Select(s => (Guid?)s.Id).ToListAsync(cancel);
#pragma warning restore CA1304, CA1311, CA1862
        return people.Count + sessions.Count > 0
            ? mails.Where(m => people.Contains(m.PersonId) || sessions.Contains(m.SessionId))
            : mails.Where(m => m.ToAddress == part); // somebody who is in no directory
    }
}
