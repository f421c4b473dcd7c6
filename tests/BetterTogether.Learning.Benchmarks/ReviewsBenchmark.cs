using System.Globalization;
using System.Net;
using Microsoft.Data.Sqlite;

namespace BetterTogether.Learning.Benchmarks;

/// <summary>The figures of a cycle and a manager's page with 5,000 staff more than the demo's, each against a bare endpoint that runs one such query and sends as many bytes.</summary>
public static class ReviewsBenchmark
{
    private const int Staff = 5_000;
    private const int Requests = 100;
    private const int Rounds = 5;
    private const int Clients = 4;

    public static async Task<int> RunAsync()
    {
        using var folder = new Workspace();
        await using (await ServerProcess.ProductAsync(folder.Of("product"))) { }
        Hire(Path.Combine(folder.Of("product"), "learning.db"));
        await using var product = await ServerProcess.ProductAsync(folder.Of("product"));
        using var visitors = new Visitors(product.Address);
        await visitors.SignInAsync("desk@demo.example");
        await visitors.SignInAsync("manager@demo.example");
        await using var floor = await ServerProcess.FloorAsync("reviews", folder.CopyOf("product", "floor"));
        using var bare = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = floor.Address };
        Console.WriteLine("what | bytes | ours ms | floor ms | ratio");
        foreach (var (what, who, path, bareAt) in new[] { ("report", "desk@demo.example", "/api/v1/reports/reviews", "report"), ("my people", "manager@demo.example", "/my-people", "team") })
        {
            using var page = await visitors.SendAsync(who, HttpMethod.Get, path);
            var bytes = (await page.Content.ReadAsByteArrayAsync()).Length;
            var at = new Uri($"/{bareAt}/{bytes.ToString(CultureInfo.InvariantCulture)}", UriKind.Relative);
            var pairs = new List<(Burst Ours, Burst Floor)>();
            for (var round = 0; round <= Rounds; round++)
            {
                var ours = await Load.RunAsync(Clients, [.. Enumerable.Repeat<Func<Task<bool>>>(() => visitors.IsAsync(HttpStatusCode.OK, who, HttpMethod.Get, path), Requests)]);
                var theirs = await Load.RunAsync(Clients, [.. Enumerable.Repeat<Func<Task<bool>>>(async () => (await bare.GetByteArrayAsync(at)).Length >= bytes, Requests)]);
                if (ours.Failed + theirs.Failed > 0) { throw new InvalidOperationException($"{ours.Failed} of ours and {theirs.Failed} of the floor's failed"); }
                if (round > 0) { pairs.Add((ours, theirs)); }
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{what,9} | {bytes,6} | {Load.Median(pairs.Select(p => p.Ours.Median)),7:0.0} | {Load.Median(pairs.Select(p => p.Floor.Median)),8:0.0} | {Load.Median(pairs.Select(p => p.Ours.Median / p.Floor.Median)),5:0.00}"));
        }
        return 0;
    }

    // Teams of twenty, the first of each its manager; a review for everybody in the demo's open cycle.
    private static void Hire(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database}");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        const string Id = "printf('00000000-0000-0001-0000-%012X', i)";
        Run($"WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $count) INSERT INTO people (\"Id\", \"Name\", \"Email\", \"Team\", \"ManagerId\", \"WorkingDays\", \"Roles\", \"Employment\", \"Active\") SELECT {Id}, 'Staff ' || i, 'staff' || i || '@demo.example', 'Team ' || (i / 20), CASE WHEN i % 20 = 0 THEN NULL ELSE printf('00000000-0000-0001-0000-%012X', i - i % 20) END, 'MondayToFriday', 'None', 'Employee', 1 FROM n");
        Run($"WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $count) INSERT INTO reviews (\"Id\", \"CycleId\", \"PersonId\", \"PostId\", \"LastLeadId\", \"Status\", \"DueBy\", \"Version\", \"Outcome\", \"PlanNumber\") SELECT printf('00000000-0000-0002-0000-%012X', i), (SELECT \"Id\" FROM review_cycles WHERE \"OpenedAtUtc\" IS NOT NULL LIMIT 1), {Id}, {Id}, (SELECT \"ManagerId\" FROM people WHERE \"Id\" = {Id}), CASE i % 4 WHEN 0 THEN 'NotStarted' WHEN 1 THEN 'Preparing' WHEN 2 THEN 'Shared' ELSE 'Preparing' END, '2020-05-31', 0, '', 0 FROM n");
        transaction.Commit();

        void Run(string sql)
        {
            using var command = connection.CreateCommand();
            (command.Transaction, command.CommandText) = (transaction, sql);
            command.Parameters.AddWithValue("$count", Staff);
            command.ExecuteNonQuery();
        }
    }
}
