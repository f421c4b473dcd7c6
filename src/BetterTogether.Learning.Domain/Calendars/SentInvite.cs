using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Calendars;

/// <summary>
/// The ledger row of one UID: one person on one date of a booking, a circle or a review. It is made with the first invite,
/// so where there is no row nobody was invited and nothing can be cancelled. A cancelled UID is never used again: calendars
/// that still hold it would take the re-booking for an old message.
/// </summary>
public sealed class SentInvite
{
    private SentInvite()
    {
        Uid = "";
    }

    public SentInvite(Guid id, string uid, InviteSubject subject, Guid subjectId, Guid occurrenceId, Guid personId, DateTime nowUtc)
    {
        Id = id;
        Uid = uid;
        Subject = subject;
        SubjectId = subjectId;
        OccurrenceId = occurrenceId;
        PersonId = personId;
        LastMethod = InviteMethod.Request;
        LastStampUtc = nowUtc;
    }

    /// <summary>The row of an invite that goes out for the first time, under a UID nobody used before.</summary>
    /// <param name="occurrenceId">The date, where the subject has several; else the subject's own id.</param>
    public static SentInvite First(InviteSubject subject, Guid subjectId, Guid occurrenceId, Guid personId, DateTime nowUtc)
    {
        var id = Ids.New(nowUtc);
        return new(id, $"{id:N}@better-together-learning", subject, subjectId, occurrenceId, personId, nowUtc);
    }

    public Guid Id { get; private set; }
    public string Uid { get; private set; }
    public InviteSubject Subject { get; private set; }
    public Guid SubjectId { get; private set; }
    public Guid OccurrenceId { get; private set; }
    public Guid PersonId { get; private set; }
    public int Sequence { get; private set; }
    public InviteMethod LastMethod { get; private set; }
    public DateTime LastStampUtc { get; private set; }

    /// <summary>What the person's calendar answered last; null while it is silent.</summary>
    public InviteReply? Reply { get; private set; }

    public DateTime? RepliedAtUtc { get; private set; }

    public bool IsLive => LastMethod is InviteMethod.Request;

    /// <param name="moved">What was answered was another time: the person is asked anew (RFC 5546, section 3.2.2.1).</param>
    public void Updated(bool moved, DateTime nowUtc)
    {
        Next(InviteMethod.Request, nowUtc);
        if (moved) { (Reply, RepliedAtUtc) = (null, null); }
    }

    public void Cancelled(DateTime nowUtc) => Next(InviteMethod.Cancel, nowUtc);

    /// <summary>The message that brings a calendar to this row's state.</summary>
    public Invite Says(Occasion occasion, Mailbox organiser, Mailbox attendee) => new(
        Uid, Sequence, LastMethod, LastStampUtc, occasion.Period.StartsAtUtc, occasion.Period.EndsAtUtc,
        occasion.Summary, occasion.Location, occasion.Description, organiser, attendee, occasion.Private);

    /// <summary>Takes down what the person's calendar answers. The same answer again changes nothing.</summary>
    /// <param name="sequence">The state of the invite that is answered.</param>
    /// <param name="writtenUtc">When the answer was written, by the person's own clock.</param>
    public Result<SentInvite> Answer(InviteReply reply, int sequence, DateTime writtenUtc)
    {
        if (!IsLive) { return new InviteIsCancelled(); }
        if (sequence < Sequence || writtenUtc < RepliedAtUtc) { return new OldReply(); }
        (Reply, RepliedAtUtc) = (reply, writtenUtc);
        return this;
    }

    private void Next(InviteMethod method, DateTime nowUtc)
    {
        if (!IsLive)
        {
            throw new InvalidOperationException($"Invite {Uid} is cancelled; a new booking needs a new UID");
        }

        LastMethod = method;
        Sequence++;

        // A clock set back between two messages must not make the newer one look older (RFC 5546, section 2.1.5).
        LastStampUtc = nowUtc > LastStampUtc ? nowUtc : LastStampUtc;
    }
}
