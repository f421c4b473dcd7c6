namespace BetterTogether.Learning.Domain.Mail;

/// <summary>
/// A mail to one recipient, written in the transaction of what it tells. It goes out at least once: a claim that
/// goes stale is taken again, with the same Message-ID, so that a mailbox can tell the second copy from a second mail.
/// </summary>
public sealed class OutboxMail
{
    private const int MaxError = 500;

    private OutboxMail()
    {
        DedupeKey = ToAddress = ToName = Template = Values = MessageId = "";
    }

    public OutboxMail(Guid id, OutboxMailDraft draft, string messageId, DateTime nowUtc)
    {
        Id = id;
        DedupeKey = draft.DedupeKey;
        ToAddress = draft.To.Address;
        ToName = draft.To.Name;
        PersonId = draft.PersonId;
        Template = draft.Template;
        Values = draft.Values;
        Calendar = draft.Calendar;
        MessageId = messageId;
        NotBeforeUtc = NextAtUtc = draft.NotBeforeUtc ?? nowUtc;
        ExpiresAtUtc = draft.ExpiresAtUtc;
        Urgency = draft.Urgency;
        DropBodyOnceSent = draft.DropBodyOnceSent;
        CreatedAtUtc = nowUtc;
    }

    public Guid Id { get; private set; }
    public string DedupeKey { get; private set; }
    public string ToAddress { get; private set; }
    public string ToName { get; private set; }
    public Guid? PersonId { get; private set; }
    public string Template { get; private set; }

    /// <summary>JSON: the properties of the mail's record.</summary>
    public string Values { get; private set; }

    /// <summary>JSON: the invite, or null.</summary>
    public string? Calendar { get; private set; }

    public string MessageId { get; private set; }
    public DateTime NotBeforeUtc { get; private set; }
    public DateTime? ExpiresAtUtc { get; private set; }
    public int Urgency { get; private set; }
    public MailState State { get; private set; }
    public int Attempts { get; private set; }
    public DateTime NextAtUtc { get; private set; }
    public DateTime? LeaseUntilUtc { get; private set; }
    public int? LastCode { get; private set; }
    public string? LastError { get; private set; }
    public DateTime CreatedAtUtc { get; private set; }
    public DateTime? SentAtUtc { get; private set; }
    public bool DropBodyOnceSent { get; private set; }

    public bool IsDue(DateTime nowUtc) => State switch
    {
        MailState.Queued => NextAtUtc <= nowUtc,
        MailState.Sending => LeaseUntilUtc <= nowUtc,
        _ => false,
    };

    public bool HasExpired(DateTime nowUtc) => ExpiresAtUtc <= nowUtc;

    /// <summary>A stale claim counts as an attempt: a mail that takes the sender down with it must not do so for ever.</summary>
    public void Claim(DateTime nowUtc, DateTime leaseUntilUtc)
    {
        Demand(IsDue(nowUtc));
        Attempts += State is MailState.Sending ? 1 : 0;
        State = MailState.Sending;
        LeaseUntilUtc = leaseUntilUtc;
    }

    public void MarkSent(DateTime nowUtc)
    {
        Leave(MailState.Sent, null, null);
        SentAtUtc = nowUtc;
    }

    /// <summary>The other side asked for patience: tried again by the ladder, failed once that is at its end.</summary>
    public void Retry(DateTime nowUtc, int? code, string error)
    {
        Attempts++;
        var next = RetryLadder.NextAtUtc(Attempts, NotBeforeUtc, nowUtc);
        Leave(next is null ? MailState.Failed : MailState.Queued, code, error);
        NextAtUtc = next ?? NextAtUtc;
    }

    /// <summary>The server's trouble, not this mail's: it waits, and no attempt is counted.</summary>
    public void Wait(DateTime untilUtc, int? code, string error)
    {
        Leave(MailState.Queued, code, error);
        NextAtUtc = untilUtc;
    }

    public void Fail(int? code, string error) => Leave(MailState.Failed, code, error);

    public void Expire(DateTime nowUtc)
    {
        Demand(HasExpired(nowUtc));
        Leave(MailState.Expired, LastCode, LastError);
    }

    /// <summary>The desk's doing. What is on its way can no longer be stopped.</summary>
    public void Stop()
    {
        Demand(State is MailState.Queued);
        State = MailState.Stopped;
        DropBody();
    }

    private void Leave(MailState state, int? code, string? error)
    {
        Demand(State is MailState.Sending);
        State = state;
        LeaseUntilUtc = null;
        LastCode = code;
        LastError = error?.Length > MaxError ? error[..MaxError] : error;
        if (state is not MailState.Queued)
        {
            DropBody();
        }
    }

    // Codes, joining links and private words live no longer than they must, whichever way the mail ended.
    private void DropBody()
    {
        if (DropBodyOnceSent)
        {
            Values = "{}";
            Calendar = null;
        }
    }

    private void Demand(bool allowed)
    {
        if (!allowed)
        {
            throw new InvalidOperationException($"Mail {Id} is {State}");
        }
    }
}
