using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Calendars;

/// <summary>
/// The one door to people's calendars, for bookings, circles and reviews. Each call moves the ledger on and gives the message to
/// put into the outbox; call it inside the decision it tells of.
/// </summary>
public sealed class InviteService(IOptions<MailOptions> mail)
{
    /// <summary>The entries of a subject that calendars still show.</summary>
    public static Task<List<SentInvite>> LiveAsync(LearningDb db, InviteSubject subject, Guid subjectId, CancellationToken cancel) =>
        db.SentInvites.Where(i => i.Subject == subject && i.SubjectId == subjectId && i.LastMethod == InviteMethod.Request).ToListAsync(cancel);

    /// <summary>A REQUEST under a new UID.</summary>
    /// <param name="occurrenceId">The date, where the subject has several; else the subject's own id.</param>
    public Invite First(LearningDb db, InviteSubject subject, Guid subjectId, Guid occurrenceId, Person person, Occasion occasion, DateTime nowUtc)
    {
        var entry = SentInvite.First(subject, subjectId, occurrenceId, person.Id, nowUtc);
        db.Add(entry);
        return Says(entry, person, occasion);
    }

    /// <summary>A REQUEST under the same UID: the whole entry as it is now.</summary>
    /// <param name="was">When it was before.</param>
    public Invite Updated(SentInvite entry, Person person, Occasion occasion, Period was, DateTime nowUtc)
    {
        entry.Updated(moved: was != occasion.Period, nowUtc);
        return Says(entry, person, occasion);
    }

    /// <summary>A CANCEL under the same UID, which is never used again.</summary>
    public Invite Cancelled(SentInvite entry, Person person, Occasion occasion, DateTime nowUtc)
    {
        entry.Cancelled(nowUtc);
        return Says(entry, person, occasion);
    }

    private Invite Says(SentInvite entry, Person person, Occasion occasion) => entry.Says(occasion, mail.Value.Sender, new Mailbox(person.Name, person.Email));
}
