using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>
/// A command that was accepted, so that its repetition changes nothing. Neither what it said nor who sent it, for passes and step-outs are
/// nobody's business afterwards.
/// </summary>
public sealed record CircleStep(Guid CircleId, string Key, int Version, DateTime AtUtc)
{
    /// <summary>One command of one person: two people may number theirs alike.</summary>
    public static string KeyOf(Guid personId, string commandId) =>
        WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.UTF8.GetBytes($"{personId}/{commandId}")).AsSpan(0, 16));
}
