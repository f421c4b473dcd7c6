using System.Diagnostics;

namespace BetterTogether.Learning.Benchmarks.Circles;

/// <summary>One circle under load: somebody rings the bell, and when it has reached everybody, rings it again. Threading: one ringer; arrivals come from any thread.</summary>
public sealed class BusyCircle(Guid id) : IAsyncDisposable
{
    private readonly List<CircleClient> clients = [];
    private TaskCompletionSource everybody = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int missing;
    private int rung;

    public Guid Id => id;

    /// <summary>Those who must be reached.</summary>
    public int Size { get; private set; }

    public async Task JoinAsync(Uri server, string? cookie)
    {
        clients.Add(await CircleClient.JoinAsync(server, cookie, id, Arrived));
        Size++;
    }

    public async Task JoinStuckAsync(Uri server, string? cookie) => clients.Add(await CircleClient.JoinAsync(server, cookie, id, static () => { }, stuck: true));

    public Task<byte[]> ActAsync(string kind, string fields = "", int who = 0) =>
        clients[who].ActAsync(id, $$"""{"id":"{{id}}-{{Interlocked.Increment(ref rung)}}","kind":"{{kind}}"{{fields}}}""");

    /// <summary>Rings until the time is up.</summary>
    /// <returns>From the command to the last delivery, in milliseconds, each time.</returns>
    public async Task<List<double>> RingAsync(Stopwatch clock, TimeSpan until)
    {
        var times = new List<double>();
        while (clock.Elapsed < until)
        {
            everybody = new(TaskCreationOptions.RunContinuationsAsynchronously);
            Volatile.Write(ref missing, Size);
            var from = clock.Elapsed;
            var answered = ActAsync("bell");
            await everybody.Task.WaitAsync(TimeSpan.FromMinutes(1));
            times.Add((clock.Elapsed - from).TotalMilliseconds);
            await answered;
        }
        return times;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients) { await client.DisposeAsync(); }
    }

    private void Arrived()
    {
        if (Interlocked.Decrement(ref missing) == 0) { everybody.TrySetResult(); }
    }
}
