namespace BetterTogether.Learning.Domain.People;

/// <summary>A sign-in that is alive: what the cookie's opaque key stands for. Ended by deleting the row.</summary>
public sealed class SignIn
{
    /// <summary>However busy, a sign-in ends after this long.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(60);

    private SignIn() { }

    public SignIn(byte[] keyHash, Guid personId, DateTime nowUtc) =>
        (KeyHash, PersonId, StartedAtUtc, ExpiresAtUtc) = (keyHash, personId, nowUtc, nowUtc + Idle);

    /// <summary>SHA-256 of the key in the cookie, so that a stolen database signs nobody in.</summary>
    public byte[] KeyHash { get; private set; } = [];
    public Guid PersonId { get; private set; }
    public DateTime StartedAtUtc { get; private set; }
    public DateTime ExpiresAtUtc { get; private set; }

    /// <summary>False in its last stretch, where nothing moves its end any more.</summary>
    public bool CanRenew => ExpiresAtUtc < StartedAtUtc + Longest;

    public void Renew(DateTime nowUtc)
    {
        var (idle, longest) = (nowUtc + Idle, StartedAtUtc + Longest);
        ExpiresAtUtc = idle < longest ? idle : longest;
    }
}
