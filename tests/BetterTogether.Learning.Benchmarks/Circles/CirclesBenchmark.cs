using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace BetterTogether.Learning.Benchmarks.Circles;

/// <summary>
/// 200 circles of 12 connections on one node against a bare hub that broadcasts and answers with the same bytes: deliveries a second, and how long from a
/// command until everybody has it. Then the same with a client in each circle that does not read its socket.
/// </summary>
public static class CirclesBenchmark
{
    private const int Circles = 200;
    private const int Connections = 12;
    private const int Rounds = 5;
    private const int WarmUps = 3; // each of many thousand deliveries
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(4);

    public static async Task<int> RunAsync(int circles = Circles)
    {
        using var folder = new Workspace();
        await using var product = await ServerProcess.ProductAsync(folder.Of("product"));
        using var people = new Visitors(product.Address);
        var (ours, snapshot) = await CirclesOfAsync(product.Address, people, circles);
        var file = folder.Of("snapshot.json");
        await File.WriteAllTextAsync(file, snapshot);
        await using var floor = await ServerProcess.FloorAsync("circles", file);
        var bare = await BareAsync(floor.Address, circles);

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{circles} circles x {Connections} connections, {Encoding.UTF8.GetByteCount(snapshot)} bytes a snapshot, {product.ResidentMiB:0} MiB resident"));
        Console.WriteLine("                     | ours /s | floor /s | ratio | ours p50 | ours p99 | floor p99 | p99 ratio");
        await MeasureAsync("everybody reads", ours, bare);
        for (var i = 0; i < ours.Count; i++) { await ours[i].JoinStuckAsync(product.Address, people.Cookie($"worker{1 + i}@demo.example")); }
        await MeasureAsync("one is stuck in each", ours, bare);
        foreach (var circle in ours.Concat(bare)) { await circle.DisposeAsync(); }
        return 0;
    }

    private static async Task MeasureAsync(string what, List<BusyCircle> ours, List<BusyCircle> bare)
    {
        var pairs = new List<(Heard Ours, Heard Floor)>();
        for (var round = 0; round < WarmUps + Rounds; round++)
        {
            var pair = (await RingAsync(ours), await RingAsync(bare));
            if (round >= WarmUps) { pairs.Add(pair); }
        }
        double Middle(Func<(Heard Ours, Heard Floor), double> figure) => Load.Median(pairs.Select(figure));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-20} | {Middle(p => p.Ours.PerSecond),7:0} | {Middle(p => p.Floor.PerSecond),8:0} | {Middle(p => p.Ours.PerSecond / p.Floor.PerSecond),5:0.00} | {Middle(p => p.Ours.P50),8:0.0} | {Middle(p => p.Ours.P99),8:0.0} | {Middle(p => p.Floor.P99),9:0.0} | {Middle(p => p.Ours.P99 / p.Floor.P99),9:0.00}"));
    }

    private static async Task<Heard> RingAsync(List<BusyCircle> circles)
    {
        var clock = Stopwatch.StartNew();
        var times = (await Task.WhenAll(circles.Select(c => Task.Run(() => c.RingAsync(clock, Length))))).SelectMany(t => t).Order().ToList();
        return new(times.Count * circles[0].Size / clock.Elapsed.TotalSeconds, times[times.Count / 2], times[(int)(times.Count * 0.99)]);
    }

    private static async Task<(List<BusyCircle> Circles, string Snapshot)> CirclesOfAsync(Uri server, Visitors people, int count)
    {
        const string facilitator = "facilitator@demo.example";
        await people.SignInAsync(facilitator);
        var workers = Enumerable.Range(1, 300).Select(n => $"worker{n}@demo.example").ToList();
        foreach (var worker in workers) { await people.SignInAsync(worker); }
        var (circles, snapshot) = (new List<BusyCircle>(), "");
        for (var i = 0; i < count; i++)
        {
            var members = Enumerable.Range(0, Connections - 1).Select(n => workers[(i * (Connections - 1) + n) % workers.Count]).ToList();
            using var made = await people.SendAsync(facilitator, HttpMethod.Post, "/api/v1/circles", new { title = "Measured", format = "listening", startsAtUtc = "2030-01-01T09:00:00Z", minutes = 60, participantEmails = members });
            made.EnsureSuccessStatusCode();
            var circle = new BusyCircle((await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid());
            await circle.JoinAsync(server, people.Cookie(facilitator));
            foreach (var member in members) { await circle.JoinAsync(server, people.Cookie(member)); }
            using var opened = JsonDocument.Parse(Snapshot(await circle.ActAsync("open")));
            var agreements = opened.RootElement.GetProperty("agreementsVersion").GetRawText();
            for (var who = 0; who < Connections; who++) { await circle.ActAsync("consent", $",\"agreementsVersion\":{agreements}", who); }
            await circle.ActAsync("start");
            snapshot = Snapshot(await circle.ActAsync("accept"));
            circles.Add(circle);
        }
        return (circles, snapshot);
    }

    private static async Task<List<BusyCircle>> BareAsync(Uri server, int count)
    {
        var circles = new List<BusyCircle>();
        for (var i = 0; i < count; i++)
        {
            var circle = new BusyCircle(Guid.NewGuid());
            for (var n = 0; n < Connections; n++) { await circle.JoinAsync(server, null); }
            circles.Add(circle);
        }
        return circles;
    }

    private static string Snapshot(byte[] answer)
    {
        var result = JsonSerializer.Deserialize<JsonElement>(answer).GetProperty("result");
        return result.GetProperty("accepted").GetBoolean() ? result.GetProperty("snapshot").GetRawText() : throw new InvalidOperationException($"{result}");
    }

    private sealed record Heard(double PerSecond, double P50, double P99);
}
