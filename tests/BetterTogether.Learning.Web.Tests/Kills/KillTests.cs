using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Bookings;
using BetterTogether.Learning.Web.Tests.Hosting;
using Xunit.Abstractions;

namespace BetterTogether.Learning.Web.Tests.Kills;

/// <summary>
/// The real process is killed in the middle of its work, again and again on the same folder. What it answered is there afterwards,
/// what it promised to send is sent.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Seed = 20260902;
    private const int Clients = 16;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, 20)]
    [InlineData(DatabaseProvider.Postgres, 6)] // its server lives on; what was half-way there is undone by it
    public async Task Nothing_that_was_answered_is_lost_however_often_it_is_killed(DatabaseProvider provider, int kills)
    {
        output.WriteLine($"Seed {Seed}");
        await using var database = await TestDatabase.CreateAsync(provider);
        var settings = provider == DatabaseProvider.Sqlite ? [] : new Dictionary<string, string> { ["Database__Provider"] = $"{provider}", ["ConnectionStrings__Learning"] = database.ConnectionString };
        var random = new Random(Seed);
        var clients = new List<Client>();
        try
        {
            for (var kill = 1; kill <= kills; kill++)
            {
                await using var product = await ProductProcess.StartAsync(database.Folder, settings);
                if (clients.Count == 0) { clients.AddRange(await ClientsAsync(product.Address)); }
                await CheckAsync(product, clients);
                await AuditAsync(database);
                var answers = await LoadAndKillAsync(product, clients, killAfter: random.Next(20, 100));
                output.WriteLine($"Kill {kill}: after {answers} answers; {clients.Sum(c => c.Told)} bookings known");
            }
            await using (var product = await ProductProcess.StartAsync(database.Folder, settings))
            {
                await CheckAsync(product, clients);
            }
            await AuditAsync(database);
            await SentAll.AssertAsync(database);
        }
        finally
        {
            clients.ForEach(c => c.Dispose());
        }
    }

    private async Task CheckAsync(ProductProcess product, IReadOnlyList<Client> clients)
    {
        try
        {
            await Task.WhenAll(clients.Select(c => c.CheckAsync(product.Address)));
        }
        catch
        {
            output.WriteLine(product.Said);
            throw;
        }
    }

    private static async Task<IReadOnlyList<Client>> ClientsAsync(Uri address)
    {
        using var desk = new Client("desk@demo.example", [], Seed);
        await desk.SignInAsync(address);
        var sessions = new List<Guid>();
        var starts = TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(120).AddHours(10);
        foreach (var capacity in new[] { 2, 3, 5, 7 })
        {
            sessions.Add(await desk.PlanAsync(address, Bookings.Sessions.Body($"Rush for {capacity}", capacity) with { StartsAtUtc = starts, EndsAtUtc = starts.AddHours(1) }));
        }
        return [.. Enumerable.Range(0, Clients).Select(i => new Client($"worker{101 + i}@demo.example", sessions, Seed + i))];
    }

    private static async Task<int> LoadAndKillAsync(ProductProcess product, IReadOnlyList<Client> clients, int killAfter)
    {
        var answers = 0;
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var load = Task.WhenAll(clients.Select(client => client.LoadAsync(product.Address, () =>
        {
            if (Interlocked.Increment(ref answers) >= killAfter) { enough.TrySetResult(); }
        })));
        await Task.WhenAny(enough.Task, load).WaitAsync(Eventually.Patience);
        await product.KillAsync();
        await load;
        return answers;
    }

    private static async Task AuditAsync(TestDatabase database)
    {
        await Recount.AssertAsync(database.Contexts, TimeProvider.System);
        database.Close(); // the next process finds the files as the last one left them
    }
}
