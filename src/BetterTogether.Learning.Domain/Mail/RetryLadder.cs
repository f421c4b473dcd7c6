namespace BetterTogether.Learning.Domain.Mail;

/// <summary>When a mail that could not be delivered is tried again: close at first, then every four hours, for two days.</summary>
public static class RetryLadder
{
    private static readonly int[] FirstMinutes = [1, 5, 15, 60];

    public static TimeSpan Patience { get; } = TimeSpan.FromDays(2);

    public static TimeSpan Later { get; } = TimeSpan.FromHours(4);

    /// <param name="attempts">How often it was tried so far, at least 1.</param>
    /// <param name="sinceUtc">When it was first allowed to go.</param>
    /// <param name="nowUtc">When the last attempt ended.</param>
    /// <returns>The next try, or null: patience is over.</returns>
    public static DateTime? NextAtUtc(int attempts, DateTime sinceUtc, DateTime nowUtc)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        var wait = attempts <= FirstMinutes.Length ? TimeSpan.FromMinutes(FirstMinutes[attempts - 1]) : Later;
        var next = nowUtc + wait;
        return next <= sinceUtc + Patience ? next : null;
    }
}
