using System.Globalization;
using System.Text.Json;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;
using BetterTogether.Learning.Web.Tests.Kills;

namespace BetterTogether.Learning.Web.Tests.Circles;

/// <summary>Two processes on one PostgreSQL hold one circle together. Killing either loses nothing that is meant to last, and nobody's place.</summary>
[Collection(ProcessLane.Second)]
public sealed class TwoNodesTests
{
    private static readonly string[] Workers = ["worker1", "worker2", "worker3", "worker4"];

    [Fact]
    public async Task Either_may_be_killed_in_the_middle_and_everybody_has_their_turn_once()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        var settings = new Dictionary<string, string> { ["Database__Provider"] = "Postgres", ["ConnectionStrings__Learning"] = database.ConnectionString };
        await using var one = await ProductProcess.StartAsync(Path.Combine(database.Folder, "one"), settings);
        await using var two = await ProductProcess.StartAsync(Path.Combine(database.Folder, "two"), settings);
        await using var table = new Table(await PlanAsync(one.Address));
        await table.ComesAsync("facilitator", one.Address);
        var agreementsVersion = (await table.DoesAsync("facilitator", "open")).GetProperty("agreementsVersion").GetInt32();
        foreach (var (name, i) in Workers.Select((w, i) => (w, i))) { await table.ComesAsync(name, i % 2 == 0 ? one.Address : two.Address); }
        foreach (var name in Workers.Prepend("facilitator")) { await table.DoesAsync(name, "consent", new { agreementsVersion }); }
        await table.DoesAsync("facilitator", "start");

        // What is typed on one node is read on the other.
        var turn = (await table.DoesAsync("facilitator", "accept")).GetProperty("floor").GetProperty("turnId").GetString();
        await table.DoesAsync("facilitator", "type", new { text = "Good morning, Dörte", turnId = turn });
        await table["worker2"].Wire.UntilAsync(s => s.GetProperty("floor").TryGetProperty("text", out var text) && text.GetString() == "Good morning, Dörte", "the words have come over");
        await table.SpeaksAsync("facilitator");
        await table.SpeaksAsync("worker1");

        // worker2 holds the piece on the node that is killed.
        var held = await table.DoesAsync("worker2", "accept");
        await table.DoesAsync("worker3", "action", new { text = "Ask the school", owner = "s3", due = held.GetProperty("serverTime").GetDateTime().AddDays(7).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
        await two.KillAsync();
        foreach (var name in new[] { "worker2", "worker4" }) { await table.ComesAsync(name, one.Address); }
        var back = await table.SnapshotAsync("worker2");
        Assert.Equal(held.GetProperty("floor").GetProperty("turnId").GetString(), back.GetProperty("floor").GetProperty("turnId").GetString());
        Assert.Equal(back.GetProperty("you").GetProperty("seatId").GetString(), back.GetProperty("floor").GetProperty("holder").GetString());
        await table.SpeaksAsync("worker2");

        // And the other one, while worker3 is offered it.
        await using var three = await ProductProcess.StartAsync(Path.Combine(database.Folder, "three"), settings);
        await one.KillAsync();
        foreach (var name in Workers.Prepend("facilitator")) { await table.ComesAsync(name, three.Address); }
        await table.SpeaksAsync("worker3");
        await table.SpeaksAsync("worker4");

        var end = await table.SnapshotAsync("facilitator");
        Assert.True(end.GetProperty("round").GetProperty("finished").GetBoolean(), $"{end}");
        Assert.Equal(5, end.GetProperty("round").GetProperty("done").GetArrayLength());
        Assert.All(end.GetProperty("seats").EnumerateArray(), seat => Assert.Equal(1, seat.GetProperty("turns").GetInt32()));
        Assert.Equal("Ask the school", end.GetProperty("actions")[0].GetProperty("text").GetString());
    }

    private static async Task<Guid> PlanAsync(Uri server)
    {
        await using var facilitator = await Sitter.SignInAsync(server, "facilitator@demo.example");
        var (_, made) = await facilitator.SendAsync(HttpMethod.Post, "/api/v1/circles", new
        {
            title = "Two nodes", format = "listening", startsAtUtc = "2030-01-01T09:00:00Z", minutes = 60, participantEmails = Workers.Select(w => w + "@demo.example"),
        });
        return made.GetProperty("id").GetGuid();
    }

    /// <summary>The people, each at whichever server they came in last.</summary>
    private sealed class Table(Guid circleId) : IAsyncDisposable
    {
        private readonly Dictionary<string, Sitter> sitters = [];

        public Sitter this[string name] => sitters[name];

        public async Task ComesAsync(string name, Uri server)
        {
            if (sitters.Remove(name, out var before)) { await before.DisposeAsync(); }
            sitters[name] = await Sitter.SignInAsync(server, name + "@demo.example");
            await sitters[name].JoinAsync(circleId);
        }

        public async Task<JsonElement> DoesAsync(string name, string kind, object? fields = null)
        {
            var answer = await this[name].ActAsync(circleId, kind, fields);
            Assert.True(answer.GetProperty("accepted").GetBoolean(), $"{kind} of {name}: {answer}");
            return answer.GetProperty("snapshot");
        }

        /// <summary>Accepts the piece, unless it is with them already, and hands it on.</summary>
        public async Task SpeaksAsync(string name)
        {
            var held = await DoesAsync(name, "accept");
            await DoesAsync(name, "release", new { turnId = held.GetProperty("floor").GetProperty("turnId").GetString() });
        }

        public async Task<JsonElement> SnapshotAsync(string name) => (await this[name].SendAsync(HttpMethod.Get, $"/api/v1/circles/{circleId}")).Body;

        public async ValueTask DisposeAsync()
        {
            foreach (var sitter in sitters.Values) { await sitter.DisposeAsync(); }
        }
    }
}
