using System.Text.RegularExpressions;

namespace BetterTogether.Learning.Domain.Mail;

/// <summary>Somebody a message comes from or goes to. <paramref name="Address"/> is bare: no name, no angle brackets.</summary>
public sealed partial record Mailbox(string Name, string Address)
{
    /// <summary>
    /// One bare address, as councils have them: ASCII, no quotes, no lists, no comments. Narrower than RFC 5322 on
    /// purpose: what passes is safe in a header, in an envelope and in a calendar. Who cannot be written to is not taken into the directory.
    /// </summary>
    public static bool IsAddress(string address) => address.Length <= 254 && Bare().IsMatch(address);

    [GeneratedRegex(@"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Bare();
}
