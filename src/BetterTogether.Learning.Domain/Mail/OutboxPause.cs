namespace BetterTogether.Learning.Domain.Mail;

/// <summary>
/// Why the whole queue stands still: one row at most. When it is over, a single mail is tried; if that goes, so do the
/// others, if not, the pause goes on. So a server that is back is noticed, and a refused password is not tried until
/// the account is locked.
/// </summary>
public sealed class OutboxPause
{
    public const int OnlyId = 1;

    /// <summary>How long a server that is away is left alone.</summary>
    public static readonly TimeSpan ServerRest = TimeSpan.FromMinutes(1);

    /// <summary>How long a server that refuses us is left alone, unless the desk says sooner.</summary>
    public static readonly TimeSpan SenderRest = TimeSpan.FromHours(1);

    private OutboxPause() => Reason = "";

    public OutboxPause(Delivery trouble, DateTime nowUtc)
    {
        (Id, SinceUtc, Reason) = (OnlyId, nowUtc, "");
        GoOn(trouble, nowUtc);
    }

    public int Id { get; private set; }

    /// <summary>The server refuses us: it goes on until somebody has mended the settings.</summary>
    public bool NeedsSomebody { get; private set; }

    public int? Code { get; private set; }
    public string Reason { get; private set; }
    public DateTime SinceUtc { get; private set; }
    public DateTime UntilUtc { get; private set; }

    public bool Holds(DateTime nowUtc) => nowUtc < UntilUtc;

    public void GoOn(Delivery trouble, DateTime nowUtc)
    {
        NeedsSomebody = trouble is SenderRefused;
        (Code, Reason) = (trouble.Code, OutboxMail.Short(trouble.Reason)!);
        UntilUtc = nowUtc + (NeedsSomebody ? SenderRest : ServerRest);
    }

    /// <summary>The desk's doing, once it has mended what was wrong.</summary>
    public void TryNow(DateTime nowUtc) => UntilUtc = nowUtc;
}
