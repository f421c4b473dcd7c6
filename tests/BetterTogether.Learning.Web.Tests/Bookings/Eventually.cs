namespace BetterTogether.Learning.Web.Tests.Bookings;

/// <summary>Waits for a state that the product comes to by itself.</summary>
internal static class Eventually
{
    public static async Task HoldsAsync(Func<Task<bool>> state, string what)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await state())
        {
            Assert.False(patience.IsCancellationRequested, $"Waited in vain until {what}");
            await Task.Delay(5);
        }
    }
}
