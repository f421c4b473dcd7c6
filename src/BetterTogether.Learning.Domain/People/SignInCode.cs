namespace BetterTogether.Learning.Domain.People;

/// <summary>A six-digit code sent to an address: ten minutes, five tries, one use.</summary>
public sealed class SignInCode
{
    public const int MostTries = 5;
    /// <summary>Codes sent to one address in an hour, whoever asked for them.</summary>
    public const int MostAnHour = 6;
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private SignInCode() { }

    public SignInCode(Guid id, string email, byte[] hash, DateTime nowUtc) => (Id, Email, Hash, SentAtUtc) = (id, email, hash, nowUtc);

    public Guid Id { get; private set; }
    public string Email { get; private set; } = "";
    /// <summary>A keyed hash: six digits are guessed from a plain one in a moment.</summary>
    public byte[] Hash { get; private set; } = [];
    public DateTime SentAtUtc { get; private set; }
    public int Tries { get; private set; }
    public DateTime? UsedAtUtc { get; private set; }

    /// <summary>Counts the try; true when the code is the right one, in time and unused.</summary>
    public bool Try(ReadOnlySpan<byte> hash, DateTime nowUtc)
    {
        if (UsedAtUtc is not null || Tries >= MostTries || nowUtc >= SentAtUtc + Lifetime) { return false; }
        Tries++;
        if (!System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(hash, Hash)) { return false; }
        UsedAtUtc = nowUtc;
        return true;
    }
}
