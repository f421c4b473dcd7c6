using System.Threading.Channels;

namespace BetterTogether.Learning.Web.Data;

/// <summary>A signal that remembers one call: set twice before anybody waits, it wakes once. Threading: any thread may set; one waits.</summary>
public sealed class Wakeup
{
    private readonly Channel<bool> signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Set() => signal.Writer.TryWrite(true);

    /// <summary>Returns when set, or when <paramref name="atMost"/> has passed on the given clock.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken cancel)
    {
        using var enough = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, cancel);
        try
        {
            await signal.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // Time to look by itself.
        }
    }
}
