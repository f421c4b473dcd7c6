using System.Security.Cryptography;
using System.Text;

namespace BetterTogether.Learning.Web.Features.SignIns;

/// <summary>
/// A code that is on its way, as the browser that asked for it remembers it. The key of the code's hash is here alone: with the
/// database but without this cookie nobody can try out a million codes, and a stranger's wrong tries never use up mine.
/// </summary>
/// <param name="CodeId">Of a row that may not exist, where too many codes were asked for.</param>
/// <param name="Key">256 random bits.</param>
public sealed record PendingSignIn(Guid CodeId, byte[] Key, string Email)
{
    public static PendingSignIn For(string email, Guid codeId) => new(codeId, RandomNumberGenerator.GetBytes(32), email);

    public byte[] Hash(string code) => HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(code));
}
