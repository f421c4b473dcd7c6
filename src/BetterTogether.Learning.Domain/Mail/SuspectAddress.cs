namespace BetterTogether.Learning.Domain.Mail;

/// <summary>An address that a server refused for good. It is no longer suspect once a mail got through, or the desk says so.</summary>
public sealed class SuspectAddress
{
    private SuspectAddress() => Address = Reason = "";

    public SuspectAddress(string address, Guid? personId, Delivery refused, DateTime nowUtc)
    {
        (Address, PersonId, SinceUtc, Reason) = (address, personId, nowUtc, "");
        Refused(refused, nowUtc);
    }

    public string Address { get; private set; }
    public Guid? PersonId { get; private set; }
    public int? Code { get; private set; }
    public string Reason { get; private set; }
    public DateTime SinceUtc { get; private set; }
    public DateTime LastUtc { get; private set; }

    public void Refused(Delivery again, DateTime nowUtc) => (Code, Reason, LastUtc) = (again.Code, OutboxMail.Short(again.Reason)!, nowUtc);
}
