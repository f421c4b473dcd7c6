using System.Globalization;
using System.Net;
using BetterTogether.Learning.Benchmarks.Floors;
using Microsoft.Data.Sqlite;

namespace BetterTogether.Learning.Benchmarks;

/// <summary>Our booking endpoint against <see cref="BookingFloor"/>, at 32, 200 and 1 clients, in turn, five rounds after some to warm up. Each side begins when nothing is left to do from the other's round.</summary>
public static class BookingBenchmark
{
    private const int People = 300;
    private const int Rounds = 5;
    private static readonly int[] Clients = [32, 200, 1];

    public static async Task<int> RunAsync()
    {
        using var folder = new Workspace();
        await using var product = await ServerProcess.ProductAsync(folder.Of("product"));
        using var visitors = new Visitors(product.Address);
        await visitors.SignInAsync("desk@demo.example");
        for (var i = 1; i <= People; i++) { await visitors.SignInAsync(Worker(i)); }
        var database = folder.CopyOf("product", "floor");
        await using var floor = await ServerProcess.FloorAsync("booking", database);
        using var bare = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = floor.Address };
        var (person, session) = OneOfEach(database);

        var day = TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(200);
        Console.WriteLine("clients | ours /s | floor /s | ratio | p99 ours | p99 floor | p99 ratio");
        foreach (var clients in Clients)
        {
            var pairs = new List<(Burst Ours, Burst Floor)>();
            for (var round = clients == Clients[0] ? 1 - Load.WarmUps : 0; round <= Rounds; round++)
            {
                day = day.AddDays(1);
                var measured = await visitors.NewSessionAsync(day.AddHours(10));
                var ours = await Load.RunAsync(clients, [.. Enumerable.Range(1, People).Select(i => (Func<Task<bool>>)(() => visitors.IsAsync(HttpStatusCode.Created, Worker(i), HttpMethod.Post, $"/api/v1/sessions/{measured}/bookings", new { })))]);
                await MailsWentAsync(folder.Of("product"));
                var theirs = await Load.RunAsync(clients, [.. Enumerable.Repeat<Func<Task<bool>>>(() => BareAsync(bare, session, person), People)]);
                if (ours.Failed + theirs.Failed > 0) { throw new InvalidOperationException($"{ours.Failed} of ours and {theirs.Failed} of the floor's failed"); }
                if (round > 0) { pairs.Add((ours, theirs)); }
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{clients,7} | {Load.Median(pairs.Select(p => p.Ours.PerSecond)),7:0} | {Load.Median(pairs.Select(p => p.Floor.PerSecond)),8:0} | {Load.Median(pairs.Select(p => p.Ours.PerSecond / p.Floor.PerSecond)),5:0.00} | {Load.Median(pairs.Select(p => p.Ours.P99)),8:0.0} | {Load.Median(pairs.Select(p => p.Floor.P99)),9:0.0} | {Load.Median(pairs.Select(p => p.Ours.P99 / p.Floor.P99)),9:0.00}"));
        }
        return 0;
    }

    // What was booked is told by mail: the floor's round must not pay for that.
    private static async Task MailsWentAsync(string product)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(product, "learning.db")}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM outbox WHERE \"State\" IN ('Queued', 'Sending')";
        while ((long)(await command.ExecuteScalarAsync())! > 0) { await Task.Delay(50); }
    }

    private static string Worker(int i) => $"worker{i}@demo.example";

    private static async Task<bool> BareAsync(HttpClient bare, Guid session, Guid person)
    {
        using var answer = await bare.PostAsync(new Uri($"/book/{session}/{person}", UriKind.Relative), null);
        await answer.Content.CopyToAsync(Stream.Null);
        return answer.StatusCode == HttpStatusCode.Created;
    }

    // The floor books one person again and again: without the rule of one live booking, and without its capacity.
    private static (Guid Person, Guid Session) OneOfEach(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "DROP INDEX \"IX_bookings_live\"; CREATE INDEX \"IX_bookings_live\" ON bookings (\"PersonId\", \"SessionId\") WHERE \"Status\" IN ('Confirmed', 'Waiting', 'Offered'); UPDATE sessions SET \"Capacity\" = 1000000; SELECT (SELECT \"Id\" FROM people LIMIT 1) || '|' || (SELECT \"Id\" FROM sessions LIMIT 1)";
        var ids = ((string)command.ExecuteScalar()!).Split('|');
        return (Guid.Parse(ids[0]), Guid.Parse(ids[1]));
    }
}
