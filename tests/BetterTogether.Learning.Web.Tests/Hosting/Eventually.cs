namespace BetterTogether.Learning.Web.Tests.Hosting;

/// <summary>Waits for a state that the product comes to by itself.</summary>
internal static class Eventually
{
    /// <summary>Of a test with anything that must come: longer than the slowest machine takes, and never a claim about speed.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static async Task HoldsAsync(Func<Task<bool>> state, string what)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await state())
        {
            Assert.False(patience.IsCancellationRequested, $"Waited in vain until {what}");
            await Task.Delay(5);
        }
    }
}
