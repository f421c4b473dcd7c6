using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BetterTogether.Learning.Domain.Reviews;

/// <summary>The seal of what both confirmed: SHA-256 in lower-case hex, of the UTF-8 bytes of the canonical form.</summary>
public static class ContentHash
{
    /// <summary>
    /// Five lines with LF ends, then the outcome to the letter (its own line ends are LF) and nothing behind it:
    /// the name of the form, the review's id, the version, the day it was held on, and an empty line.
    /// </summary>
    public static string Canonical(Guid reviewId, int version, DateOnly heldOn, string outcome) => string.Create(
        CultureInfo.InvariantCulture, $"better-together-review 1\nreview {reviewId:D}\nversion {version}\nheld {heldOn:yyyy-MM-dd}\n\n{outcome}");

    public static string Of(Guid reviewId, int version, DateOnly heldOn, string outcome) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(reviewId, version, heldOn, outcome))));
}
