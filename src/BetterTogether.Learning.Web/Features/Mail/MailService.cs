using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>What the learning desk does about mails. Whoever calls has made sure that it is the desk.</summary>
public sealed class MailService(UnitOfWork work, Outbox outbox)
{
    /// <summary>At once, to the address that the directory has today.</summary>
    public async Task<Result<OutboxMail>> SendAgainAsync(Guid mailId, Guid byId, CancellationToken cancel)
    {
        var again = await work.DecideAsync<OutboxMail>((db, nowUtc) => SendAgainAsync(db, mailId, byId, nowUtc, cancel), cancel);
        outbox.Worker.Set(); // only new rows wake it by themselves
        return again;
    }

    private static async Task<Result<OutboxMail>> SendAgainAsync(LearningDb db, Guid mailId, Guid byId, DateTime nowUtc, CancellationToken cancel)
    {
        if (await LockedAsync(db, mailId, cancel) is not { } mail)
        {
            return new MailNotFound();
        }

        // Changes that were gathered in one mail have gone on counting in its invite.
        var says = mail.Calendar is null ? mail.ThreadSequence : InviteJson.Read(mail.Calendar).Sequence;
        if (await db.SentInvites.AnyAsync(i => i.Uid == mail.Thread && i.Sequence > says, cancel))
        {
            return new MailIsOutOfDate(); // its calendar entry has had newer news since
        }

        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == mail.PersonId, cancel);
        var to = person is null ? new Mailbox(mail.ToName, mail.ToAddress) : new Mailbox(person.Name, person.Email);
        var again = mail.SendAgain(to, MadeOutTo(to, mail.Calendar), nowUtc);
        return Recorded(db, again, "mail-sent-again", byId, nowUtc);
    }

    public Task<Result<OutboxMail>> StopAsync(Guid mailId, Guid byId, CancellationToken cancel) => work.DecideAsync<OutboxMail>(async (db, nowUtc) =>
        await LockedAsync(db, mailId, cancel) is { } mail ? Recorded(db, mail.Stop(), "mail-stopped", byId, nowUtc) : new MailNotFound(), cancel);

    /// <summary>Ends a pause: one mail is tried at once, the others follow if it goes.</summary>
    public async Task TryNowAsync(Guid byId, CancellationToken cancel)
    {
        await work.DecideAsync<bool>((db, nowUtc) => TryNowAsync(db, byId, nowUtc, cancel), cancel);
        outbox.Worker.Set();
    }

    private static async Task<Result<bool>> TryNowAsync(LearningDb db, Guid byId, DateTime nowUtc, CancellationToken cancel)
    {
        if (await db.OutboxPauses.SingleOrDefaultAsync(cancel) is { } pause)
        {
            pause.TryNow(nowUtc);
            db.Record(nowUtc, byId, "outbox-tried-now", byId);
        }

        return true;
    }

    /// <summary>The desk knows better than the server: the address is right.</summary>
    public Task TrustAsync(string address, Guid byId, CancellationToken cancel) => work.DecideAsync<bool>(async (db, nowUtc) =>
    {
        if (await db.SuspectAddresses.FindAsync([address], cancel) is { } suspect)
        {
            db.Remove(suspect);
            db.Record(nowUtc, byId, "address-trusted", suspect.PersonId ?? byId);
        }

        return true;
    }, cancel);

    /// <summary>The sample of a kind, to whoever asks, marked as a test and without an invite.</summary>
    public Task<Result<OutboxMail>> SendTestAsync(string kind, Guid toId, CancellationToken cancel) => work.DecideAsync<OutboxMail>(async (db, nowUtc) =>
    {
        if (MailSamples.Of(kind) is not { } sample || await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == toId, cancel) is not { } person)
        {
            return new MailNotFound();
        }

        return outbox.Add(db, nowUtc, new Recipient(person.Name, person.Email, person.Id), sample, $"{Outbox.Test}:{kind}:{person.Id}:{Ids.New(nowUtc)}");
    }, cancel);

    // The worker may be ending this mail at this moment, on another node too.
    private static async Task<OutboxMail?> LockedAsync(LearningDb db, Guid id, CancellationToken cancel)
    {
        await db.Outbox.Where(m => m.Id == id).ExecuteUpdateAsync(set => set.SetProperty(m => m.Attempts, m => m.Attempts), cancel);
        return await db.Outbox.FindAsync([id], cancel);
    }

    private static Result<OutboxMail> Recorded(LearningDb db, Result<OutboxMail> done, string what, Guid byId, DateTime nowUtc)
    {
        if (done.Refusal is null)
        {
            db.Record(nowUtc, byId, what, done.Value.Id);
        }

        return done;
    }

    // The one attendee of an invite is its recipient: an answer is matched by that address.
    private static string? MadeOutTo(Mailbox to, string? calendar) =>
        calendar is null ? null : InviteJson.Write(InviteJson.Read(calendar) with { Attendee = to });
}
