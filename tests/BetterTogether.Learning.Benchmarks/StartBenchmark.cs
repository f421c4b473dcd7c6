using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace BetterTogether.Learning.Benchmarks;

/// <summary>From the process's start to ready with 100,000 bookings, and what it holds in memory: idle once it has given back what the start left, and under load.</summary>
public static class StartBenchmark
{
    private const int Bookings = 100_000;
    private const int Rounds = 5;

    // The product settles ten seconds after it is ready.
    private static readonly TimeSpan UntilSettled = TimeSpan.FromSeconds(12);

    public static async Task<int> RunAsync()
    {
        using var folder = new Workspace();
        await GrowthBenchmark.GrowAsync(folder.Of("product"), Bookings);
        var (starts, idle, own, loaded) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            await using var product = await ServerProcess.ProductAsync(folder.Of("product"), underLoad: false);
            if (round > 0) { starts.Add(watch.Elapsed.TotalSeconds); }
            using var visitors = new Visitors(product.Address);
            await visitors.SignInAsync("worker1@demo.example");
            await visitors.IsAsync(HttpStatusCode.OK, "worker1@demo.example", HttpMethod.Get, "/");
            await Task.Delay(UntilSettled);
            if (round > 0)
            {
                idle.Add(product.ResidentMiB);
                own.Add(product.OwnMiB);
            }
            await Load.RunAsync(32, [.. Enumerable.Repeat<Func<Task<bool>>>(() => visitors.IsAsync(HttpStatusCode.OK, "worker1@demo.example", HttpMethod.Get, "/"), 2000)]);
            if (round > 0) { loaded.Add(product.ResidentMiB); }
        }
        Console.WriteLine("ready s | idle MiB | its own | under load MiB");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Load.Median(starts),7:0.00} | {Load.Median(idle),8:0} | {Load.Median(own),7:0} | {Load.Median(loaded),14:0}"));
        return 0;
    }
}
