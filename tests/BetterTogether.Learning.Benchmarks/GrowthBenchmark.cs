using System.Globalization;
using System.Net;

namespace BetterTogether.Learning.Benchmarks;

/// <summary>What a booking, the programme and "My bookings" cost as the years go by: each size beside the smallest, in turn, one client.</summary>
public static class GrowthBenchmark
{
    private const int People = 60;
    private const int Rounds = 5;

    public static async Task<int> RunAsync(int[] sizes)
    {
        if (sizes.Length == 0) { sizes = [1_000, 100_000, 1_000_000]; }
        using var folder = new Workspace();
        Console.WriteLine("bookings | a booking ms | ratio | programme ms | ratio | my bookings ms | ratio");
        var costs = sizes.ToDictionary(size => size, _ => new List<double[]>());
        foreach (var size in sizes) { await GrowAsync(folder.Of(Name(size)), size); }
        // Side by side, so that the machine's mood is the same for all.
        var servers = new List<(int Size, ServerProcess Product, Visitors Visitors)>();
        foreach (var size in sizes)
        {
            var product = await ServerProcess.ProductAsync(folder.Of(Name(size)));
            var visitors = new Visitors(product.Address);
            await visitors.SignInAsync("desk@demo.example");
            for (var i = 1; i <= People; i++) { await visitors.SignInAsync($"worker{i}@demo.example"); }
            servers.Add((size, product, visitors));
        }
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var (size, _, visitors) in servers)
            {
                var cost = await RoundAsync(visitors, round);
                if (round > 0) { costs[size].Add(cost); }
            }
        }
        foreach (var size in sizes)
        {
            var figures = Enumerable.Range(0, 3).Select(what => (Ms: Load.Median(costs[size].Select(c => c[what])), Ratio: Load.Median(costs[size].Zip(costs[sizes[0]], (mine, least) => mine[what] / least[what])))).ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size,8} | {figures[0].Ms,12:0.00} | {figures[0].Ratio,5:0.00} | {figures[1].Ms,12:0.00} | {figures[1].Ratio,5:0.00} | {figures[2].Ms,14:0.00} | {figures[2].Ratio,5:0.00}"));
        }
        foreach (var (_, product, visitors) in servers)
        {
            visitors.Dispose();
            await product.DisposeAsync();
        }
        return 0;
    }

    public static async Task GrowAsync(string folder, int size)
    {
        await using (await ServerProcess.ProductAsync(folder)) { }
        History.Write(Path.Combine(folder, "learning.db"), size);
    }

    private static async Task<double[]> RoundAsync(Visitors visitors, int round)
    {
        var session = await visitors.NewSessionAsync(TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(200 + round).AddHours(10));
        var all = Enumerable.Range(1, People).Select(i => $"worker{i}@demo.example").ToList();
        return
        [
            await MedianAsync(all.Select(who => (who, HttpStatusCode.Created, HttpMethod.Post, $"/api/v1/sessions/{session}/bookings", (object?)new { }))),
            await MedianAsync(all.Select(who => (who, HttpStatusCode.OK, HttpMethod.Get, "/", (object?)null))),
            await MedianAsync(all.Select(who => (who, HttpStatusCode.OK, HttpMethod.Get, "/my-bookings", (object?)null))),
        ];

        async Task<double> MedianAsync(IEnumerable<(string Who, HttpStatusCode Expected, HttpMethod Method, string Path, object? Body)> requests)
        {
            var burst = await Load.RunAsync(1, [.. requests.Select(r => (Func<Task<bool>>)(() => visitors.IsAsync(r.Expected, r.Who, r.Method, r.Path, r.Body)))]);
            return burst.Failed == 0 ? burst.Median : throw new InvalidOperationException($"{burst.Failed} requests failed");
        }
    }

    private static string Name(int size) => $"product-{size.ToString(CultureInfo.InvariantCulture)}";
}
