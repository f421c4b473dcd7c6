using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Calendars;

/// <summary>
/// The ledger row of one UID: one booking on one date. It is made with the first invite, so where there is
/// no row nobody was invited and nothing can be cancelled. A cancelled UID is never used again: calendars
/// that still hold it would take the re-booking for an old message.
/// </summary>
public sealed class SentInvite
{
    private SentInvite()
    {
        Uid = "";
    }

    public SentInvite(Guid id, string uid, Guid bookingId, Guid personId, Guid sessionDateId, DateTime nowUtc)
    {
        Id = id;
        Uid = uid;
        BookingId = bookingId;
        PersonId = personId;
        SessionDateId = sessionDateId;
        LastMethod = InviteMethod.Request;
        LastStampUtc = nowUtc;
    }

    /// <summary>The row of an invite that goes out for the first time, under a UID nobody used before.</summary>
    public static SentInvite First(Guid bookingId, Guid personId, Guid sessionDateId, DateTime nowUtc)
    {
        var id = Ids.New(nowUtc);
        return new(id, $"{id:N}@better-together-learning", bookingId, personId, sessionDateId, nowUtc);
    }

    public Guid Id { get; private set; }
    public string Uid { get; private set; }
    public Guid BookingId { get; private set; }
    public Guid PersonId { get; private set; }
    public Guid SessionDateId { get; private set; }
    public int Sequence { get; private set; }
    public InviteMethod LastMethod { get; private set; }
    public DateTime LastStampUtc { get; private set; }

    public bool IsLive => LastMethod is InviteMethod.Request;

    public void Updated(DateTime nowUtc) => Next(InviteMethod.Request, nowUtc);

    public void Cancelled(DateTime nowUtc) => Next(InviteMethod.Cancel, nowUtc);

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
