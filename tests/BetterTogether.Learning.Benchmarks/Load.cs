using System.Collections.Concurrent;
using System.Diagnostics;

namespace BetterTogether.Learning.Benchmarks;

/// <summary>What a burst of requests took. Times in milliseconds.</summary>
public sealed record Burst(double PerSecond, double Median, double P99, int Failed);

/// <summary>A fixed number of requests from a fixed number of clients, each sending its next when it has its answer.</summary>
public static class Load
{
    /// <summary>Rounds before the first that counts: until both sides run what the compiler makes of code that runs often, which after 12 it was still at, on one of two processors. A council's server runs for weeks.</summary>
    public const int WarmUps = 40;

    public static async Task<Burst> RunAsync(int clients, IReadOnlyList<Func<Task<bool>>> requests)
    {
        var queue = new ConcurrentQueue<Func<Task<bool>>>(requests);
        var times = new ConcurrentBag<double>();
        var failed = 0;
        var all = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            while (queue.TryDequeue(out var request))
            {
                var one = Stopwatch.StartNew();
                if (!await request()) { Interlocked.Increment(ref failed); }
                times.Add(one.Elapsed.TotalMilliseconds);
            }
        })));
        var sorted = times.Order().ToList();
        return new(requests.Count / all.Elapsed.TotalSeconds, sorted[sorted.Count / 2], sorted[(int)(sorted.Count * 0.99)], failed);
    }

    public static double Median(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
