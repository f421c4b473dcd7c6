using System.Globalization;
using System.Net;

namespace BetterTogether.Learning.Benchmarks;

/// <summary>The signed-in programme against a bare endpoint that runs one such query and sends as many bytes.</summary>
public static class ProgrammeBenchmark
{
    private const int Requests = 300;
    private const int Rounds = 5;
    private const int Clients = 32;

    public static async Task<int> RunAsync()
    {
        using var folder = new Workspace();
        await using var product = await ServerProcess.ProductAsync(folder.Of("product"));
        using var visitors = new Visitors(product.Address);
        await visitors.SignInAsync("worker1@demo.example");
        using var page = await visitors.SendAsync("worker1@demo.example", HttpMethod.Get, "/");
        var bytes = (await page.Content.ReadAsByteArrayAsync()).Length;
        await using var floor = await ServerProcess.FloorAsync("programme", folder.CopyOf("product", "floor"));
        using var bare = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = floor.Address };
        var path = new Uri($"/programme/{bytes.ToString(CultureInfo.InvariantCulture)}", UriKind.Relative);

        var pairs = new List<(Burst Ours, Burst Floor)>();
        for (var round = 1 - Load.WarmUps; round <= Rounds; round++)
        {
            var ours = await Load.RunAsync(Clients, [.. Enumerable.Repeat<Func<Task<bool>>>(() => visitors.IsAsync(HttpStatusCode.OK, "worker1@demo.example", HttpMethod.Get, "/"), Requests)]);
            var theirs = await Load.RunAsync(Clients, [.. Enumerable.Repeat<Func<Task<bool>>>(async () => (await bare.GetByteArrayAsync(path)).Length >= bytes, Requests)]);
            if (ours.Failed + theirs.Failed > 0) { throw new InvalidOperationException($"{ours.Failed} of ours and {theirs.Failed} of the floor's failed"); }
            if (round > 0) { pairs.Add((ours, theirs)); }
        }
        Console.WriteLine("bytes | ours /s | floor /s | ratio | p99 ratio");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{bytes,5} | {Load.Median(pairs.Select(p => p.Ours.PerSecond)),7:0} | {Load.Median(pairs.Select(p => p.Floor.PerSecond)),8:0} | {Load.Median(pairs.Select(p => p.Ours.PerSecond / p.Floor.PerSecond)),5:0.00} | {Load.Median(pairs.Select(p => p.Ours.P99 / p.Floor.P99)),9:0.00}"));
        return 0;
    }
}
