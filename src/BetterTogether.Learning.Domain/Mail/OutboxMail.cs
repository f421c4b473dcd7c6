using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Mail;

/// <summary>
/// A mail to one recipient, written in the transaction of what it tells. It goes out at least once: a claim that
/// goes stale is taken again, with the same Message-ID, so that a mailbox can tell the second copy from a second mail.
/// </summary>
public sealed class OutboxMail
{
    /// <summary>What stands in <see cref="Values"/> once they are dropped.</summary>
    public const string NoValues = "{}";

    /// <summary>So often the product may die while it holds a mail; after that the mail is thought to be the reason.</summary>
    public const int MostStaleClaims = 16;

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
        SessionId = draft.SessionId;
        MessageId = messageId;
        CreatedAtUtc = nowUtc;
        Template = Values = "";
        Take(draft);
    }

    public Guid Id { get; private set; }
    public string DedupeKey { get; private set; }
    public string ToAddress { get; private set; }
    public string ToName { get; private set; }
    public Guid? PersonId { get; private set; }
    public Guid? SessionId { get; private set; }
    public string Template { get; private set; }

    /// <summary>JSON: the properties of the mail's record.</summary>
    public string Values { get; private set; }

    /// <summary>JSON: the invite, or null.</summary>
    public string? Calendar { get; private set; }

    public string MessageId { get; private set; }
    public DateTime NotBeforeUtc { get; private set; }
    public DateTime? ExpiresAtUtc { get; private set; }
    public int Urgency { get; private set; }
    /// <summary>See <see cref="MailThread"/>; null: it may go in any order.</summary>
    public string? Thread { get; private set; }

    public int? ThreadSequence { get; private set; }

    public MailState State { get; private set; }
    public int Attempts { get; private set; }

    /// <summary>While it is queued or being sent: from then on any worker may take it.</summary>
    public DateTime NextAtUtc { get; private set; }

    /// <summary>Whose it is while it is being sent: two claims never have the same.</summary>
    public DateTime? LeaseUntilUtc { get; private set; }

    public int? LastCode { get; private set; }
    public string? LastError { get; private set; }
    public DateTime CreatedAtUtc { get; private set; }
    public DateTime? SentAtUtc { get; private set; }
    public bool DropBodyOnceSent { get; private set; }

    /// <summary>Nobody can have received it: what it says may still be changed, under the same Message-ID.</summary>
    public bool IsUntouched => State is MailState.Queued && Attempts == 0;

    public bool IsDue(DateTime nowUtc) => State is MailState.Queued or MailState.Sending && NextAtUtc <= nowUtc;

    public bool HasExpired(DateTime nowUtc) => ExpiresAtUtc <= nowUtc;

    /// <summary>A stale claim counts as an attempt: a mail that takes the sender down with it must not do so for ever.</summary>
    /// <returns>Whether it is to be sent; if not, it has ended instead.</returns>
    public bool Claim(DateTime nowUtc, DateTime leaseUntilUtc)
    {
        Demand(IsDue(nowUtc));
        Attempts += State is MailState.Sending ? 1 : 0;
        State = MailState.Sending;
        LeaseUntilUtc = NextAtUtc = leaseUntilUtc;
        if (HasExpired(nowUtc))
        {
            Leave(MailState.Expired, LastCode, LastError);
        }
        else if (Attempts >= MostStaleClaims)
        {
            Leave(MailState.Failed, LastCode, LastError ?? "The product ended each time it sent this mail");
        }

        return State is MailState.Sending;
    }

    /// <summary>What became of the attempt this mail was claimed for.</summary>
    public void End(Delivery delivery, DateTime nowUtc)
    {
        var (code, reason) = (delivery.Code, delivery.Reason);
        switch (delivery)
        {
            case Delivered:
                Leave(MailState.Sent, null, null);
                SentAtUtc = nowUtc;
                break;
            case NotBegun:
                Wait(nowUtc, LastCode, LastError);
                break;
            case ServerAway or SenderRefused:
                // Not this mail's trouble: no attempt is counted. The others go before it, in case it was the reason after all.
                Wait(nowUtc + OutboxPause.ServerRest, code, reason);
                break;
            case TryLater:
                Retry(nowUtc, code, reason);
                break;
            default:
                Leave(MailState.Failed, code, reason);
                break;
        }
    }

    /// <summary>The desk's doing. What is on its way can no longer be stopped.</summary>
    public Result<OutboxMail> Stop()
    {
        if (State is not MailState.Queued)
        {
            return State is MailState.Sending or MailState.Sent ? new MailHasGone() : new MailIsOver();
        }

        State = MailState.Stopped;
        DropBody();
        return this;
    }

    /// <summary>The desk's doing, once the reason is mended: at once, with its patience as new.</summary>
    /// <param name="to">The recipient as the directory knows them today.</param>
    /// <param name="calendar">The invite, made out to them; null where there is none.</param>
    public Result<OutboxMail> SendAgain(Mailbox to, string? calendar, DateTime nowUtc)
    {
        if (State is MailState.Sending or MailState.Sent)
        {
            return new MailHasGone();
        }

        if (State is MailState.Expired || HasExpired(nowUtc))
        {
            return new MailIsOutOfDate();
        }

        if (DropBodyOnceSent && Values is NoValues)
        {
            return new MailIsEmptied();
        }

        (ToName, ToAddress, Calendar) = (to.Name, to.Address, calendar);
        // Once tried it may have arrived after all, so it counts as touched.
        (State, Attempts) = (MailState.Queued, Math.Min(Attempts, 1));
        NotBeforeUtc = NextAtUtc = nowUtc;
        return this;
    }

    /// <summary>Something newer takes the place of what nobody has been told yet.</summary>
    public void Rewrite(OutboxMailDraft draft)
    {
        Demand(IsUntouched);
        // Whatever it says now, it stands where it stood: a first invite that was rewritten is still the first, and goes before its cancellation.
        var (thread, sequence) = (Thread, ThreadSequence);
        Take(draft);
        (Thread, ThreadSequence) = (thread, sequence);
    }

    /// <summary>What it told is no longer so, and nobody had been told yet.</summary>
    public void Withdraw(string why)
    {
        Demand(IsUntouched);
        LastError = why;
        Stop();
    }

    internal static string? Short(string? words) => words?.Length > MaxError ? words[..MaxError] : words;

    private void Take(OutboxMailDraft draft)
    {
        Template = draft.Template;
        Values = draft.Values;
        Calendar = draft.Calendar;
        NotBeforeUtc = NextAtUtc = draft.NotBeforeUtc ?? CreatedAtUtc;
        ExpiresAtUtc = draft.ExpiresAtUtc;
        Urgency = draft.Urgency;
        DropBodyOnceSent |= draft.DropBodyOnceSent;
        (Thread, ThreadSequence) = (draft.Thread?.Key, draft.Thread?.Sequence);
    }

    private void Retry(DateTime nowUtc, int? code, string reason)
    {
        Attempts++;
        var next = RetryLadder.NextAtUtc(Attempts, NotBeforeUtc, nowUtc);
        Leave(next is null ? MailState.Failed : MailState.Queued, code, reason);
        if (next is { } at)
        {
            NextAtUtc = at > ExpiresAtUtc ? ExpiresAtUtc.Value : at;
        }
    }

    private void Wait(DateTime untilUtc, int? code, string? reason)
    {
        Leave(MailState.Queued, code, reason);
        NextAtUtc = untilUtc;
    }

    private void Leave(MailState state, int? code, string? reason)
    {
        Demand(State is MailState.Sending);
        State = state;
        LeaseUntilUtc = null;
        LastCode = code;
        LastError = Short(reason);
        // What failed may be sent again once its reason is mended; until its time is over it needs its words.
        if (state is not (MailState.Queued or MailState.Failed))
        {
            DropBody();
        }
    }

    // Codes, joining links and private words live no longer than they must, whichever way the mail ended.
    private void DropBody()
    {
        if (DropBodyOnceSent)
        {
            Values = NoValues;
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
