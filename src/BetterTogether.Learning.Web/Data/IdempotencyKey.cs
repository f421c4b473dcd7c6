namespace BetterTogether.Learning.Web.Data;

/// <summary>The first answer to a request, for a double click or a retry: per person and route, kept 24 hours.</summary>
/// <param name="BodyHash">SHA-256 of what was asked; the same key with another body is a mistake.</param>
/// <param name="Answer">The answer's JSON.</param>
public sealed record IdempotencyKey(Guid PersonId, string Route, string Key, byte[] BodyHash, string Answer, DateTime AnsweredAtUtc)
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    public const int LongestKey = 100;
}
