using System.Buffers.Text;
using System.Security.Cryptography;

namespace BetterTogether.Learning.Domain.Calendars;

/// <summary>
/// The secret address at which a person's calendar fetches what they have on. The token stands here as it is: whoever reads
/// this table reads the bookings too, and the page can show the address again.
/// </summary>
public sealed class CalendarFeed(Guid personId, string token, DateTime madeAtUtc)
{
    private const int TokenOctets = 32;

    public Guid PersonId { get; private set; } = personId;
    public string Token { get; private set; } = token;
    public DateTime MadeAtUtc { get; private set; } = madeAtUtc;

    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenOctets));

    /// <summary>The old address ends at once.</summary>
    public void Renew(string token, DateTime nowUtc) => (Token, MadeAtUtc) = (token, nowUtc);
}
