namespace BetterTogether.Learning.Browser.Tests.Running;

/// <summary>Waits for a state, never for a while.</summary>
internal static class Until
{
    /// <summary>Of a test with anything that must come: longer than the slowest machine takes, and never a claim about speed.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <param name="otherwise">What to say when it does not come true.</param>
    public static async Task TrueAsync(Func<Task<bool>> question, Func<string> otherwise)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(30));
        var clock = TimeProvider.System;
        var began = clock.GetTimestamp();
        while (!await question())
        {
            if (clock.GetElapsedTime(began) > Patience) { Assert.Fail(otherwise()); }
            await timer.WaitForNextTickAsync();
        }
    }
}
