using System.Text.RegularExpressions;

namespace BetterTogether.Learning.Web.Features.Mail;

public static partial class MailAddresses
{
    /// <summary>
    /// One bare address, as councils have them: ASCII, no quotes, no lists, no comments. Narrower than RFC 5322 on
    /// purpose: what passes is safe in a header, in an envelope and in a calendar.
    /// </summary>
    public static bool IsOne(string address) => address.Length <= 254 && One().IsMatch(address);

    [GeneratedRegex(@"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex One();
}
