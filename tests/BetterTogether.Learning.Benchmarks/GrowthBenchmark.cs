using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace BetterTogether.Learning.Benchmarks;

/// <summary>What a booking, the programme and "My bookings" cost as the years go by: each size beside the smallest, one client.</summary>
public static class GrowthBenchmark
{
    private const int People = 60;
    private const int Rounds = 9;

    public static async Task<int> RunAsync(int[] sizes)
    {
        if (sizes.Length == 0) { sizes = [1_000, 100_000, 1_000_000]; }
        using var folder = new Workspace();
        Console.WriteLine("bookings | a booking ms | ratio | programme ms | ratio | my bookings ms | ratio");
        var costs = sizes.ToDictionary(size => size, _ => new List<double[]>());
        foreach (var size in sizes) { await GrowAsync(folder.Of(Name(size)), size); }
        // All at once and a request to each in turn, so that the machine's mood is the same for all.
        var servers = new List<(int Size, ServerProcess Product, Visitors Visitors)>();
        foreach (var size in sizes)
        {
            var product = await ServerProcess.ProductAsync(folder.Of(Name(size)));
            var visitors = new Visitors(product.Address);
            await visitors.SignInAsync("desk@demo.example");
            for (var i = 1; i <= People; i++) { await visitors.SignInAsync(Worker(i)); }
            servers.Add((size, product, visitors));
        }
        for (var round = 0; round < Load.WarmUps + Rounds; round++)
        {
            var medians = await RoundAsync([.. servers.Select(s => s.Visitors)], round);
            for (var i = 0; round >= Load.WarmUps && i < sizes.Length; i++) { costs[sizes[i]].Add(medians[i]); }
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

    /// <summary>For each server what a booking, the programme and "My bookings" took: medians over the people, in milliseconds.</summary>
    private static async Task<double[][]> RoundAsync(Visitors[] servers, int round)
    {
        var sessions = new Guid[servers.Length];
        for (var i = 0; i < servers.Length; i++) { sessions[i] = await servers[i].NewSessionAsync(TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(200 + round).AddHours(10)); }
        double[][] acts =
        [
            await MediansAsync((i, who) => servers[i].IsAsync(HttpStatusCode.Created, who, HttpMethod.Post, $"/api/v1/sessions/{sessions[i]}/bookings", new { })),
            await MediansAsync((i, who) => servers[i].IsAsync(HttpStatusCode.OK, who, HttpMethod.Get, "/")),
            await MediansAsync((i, who) => servers[i].IsAsync(HttpStatusCode.OK, who, HttpMethod.Get, "/my-bookings")),
        ];
        return [.. servers.Select((_, i) => acts.Select(act => act[i]).ToArray())];

        async Task<double[]> MediansAsync(Func<int, string, Task<bool>> request)
        {
            var times = servers.Select(_ => new List<double>()).ToArray();
            for (var person = 1; person <= People; person++)
            {
                for (var turn = 0; turn < servers.Length; turn++)
                {
                    var i = (person + turn) % servers.Length; // each as often first
                    var one = Stopwatch.StartNew();
                    if (!await request(i, Worker(person))) { throw new InvalidOperationException("A request failed"); }
                    times[i].Add(one.Elapsed.TotalMilliseconds);
                }
            }
            return [.. times.Select(Load.Median)];
        }
    }

    private static string Worker(int number) => $"worker{number.ToString(CultureInfo.InvariantCulture)}@demo.example";

    private static string Name(int size) => $"product-{size.ToString(CultureInfo.InvariantCulture)}";
}
