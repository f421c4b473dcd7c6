using System.Net;
using System.Text.Json;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BetterTogether.Learning.Web.Tests.Circles;

/// <summary>The product on a real server with a circle in it: a facilitator and people, f, p1, p2 … @demo.example.</summary>
internal sealed class Ring : IAsyncDisposable
{
    private readonly Dictionary<string, Sitter> sitters = [];

    private Ring(TestApp app) => (App, Server) = (app, app.Anonymous().Http.BaseAddress!);

    public TestApp App { get; }
    public Uri Server { get; }
    public Guid CircleId { get; private set; }
    public Sitter Facilitator => this["f"];

    public Sitter this[string name] => sitters[name];

    public static async Task<Ring> PlanAsync(string format = "listening", int people = 3, DatabaseProvider provider = DatabaseProvider.Sqlite, string? coFacilitator = null, Dictionary<string, string>? settings = null, Action<IServiceCollection>? replace = null)
    {
        var ring = new Ring(await TestApp.StartAsync(new TestAppOptions { Database = provider, OnKestrel = true, Settings = settings ?? [], Replace = replace }));
        await ring.App.HasPerson("f@demo.example", Roles.Facilitator);
        for (var i = 1; i <= people; i++) { await ring.App.HasPerson($"p{i}@demo.example"); }
        var facilitator = await ring.ComesAsync("f");
        var names = Enumerable.Range(1, people).Select(i => $"p{i}@demo.example").ToList();
        var (status, made) = await facilitator.SendAsync(HttpMethod.Post, "/api/v1/circles", new
        {
            title = "Monday circle", format, startsAtUtc = ring.App.Clock.NowUtc.AddHours(1), minutes = 60, participantEmails = names,
            coFacilitatorEmails = coFacilitator is null ? Array.Empty<string>() : [coFacilitator + "@demo.example"],
        });
        Assert.True(status == HttpStatusCode.Created, $"{status} {made}");
        ring.CircleId = made.GetProperty("id").GetGuid();
        return ring;
    }

    /// <summary>Everybody has come in and agreed, and the circle runs.</summary>
    public static async Task<Ring> RunningAsync(string format = "listening", int people = 3, DatabaseProvider provider = DatabaseProvider.Sqlite, string? coFacilitator = null, Dictionary<string, string>? settings = null, Action<IServiceCollection>? replace = null)
    {
        var ring = await PlanAsync(format, people, provider, coFacilitator, settings, replace);
        await ring.Facilitator.JoinAsync(ring.CircleId);
        await ring.DoesAsync("f", "open");
        for (var i = 1; i <= people; i++)
        {
            await ring.ComesAsync($"p{i}");
            await ring[$"p{i}"].JoinAsync(ring.CircleId);
        }
        foreach (var name in ring.sitters.Keys.ToList()) { await ring.DoesAsync(name, "consent", new { agreementsVersion = 1 }); }
        await ring.DoesAsync("f", "start");
        return ring;
    }

    public async Task<Sitter> ComesAsync(string name) => sitters[name] = await Sitter.SignInAsync(Server, $"{name}@demo.example");

    /// <summary>Sends a command that is accepted; gives the snapshot that answers it.</summary>
    public async Task<JsonElement> DoesAsync(string name, string kind, object? fields = null)
    {
        var answer = await this[name].ActAsync(CircleId, kind, fields);
        Assert.True(answer.GetProperty("accepted").GetBoolean(), $"{kind} of {name}: {answer}");
        return answer.GetProperty("snapshot");
    }

    /// <summary>Sends a command that is refused with a code.</summary>
    public async Task<JsonElement> IsRefusedAsync(string name, string code, string kind, object? fields = null)
    {
        var answer = await this[name].ActAsync(CircleId, kind, fields);
        Assert.False(answer.GetProperty("accepted").GetBoolean(), $"{kind} of {name}: {answer}");
        Assert.Equal(code, answer.GetProperty("refusal").GetProperty("code").GetString());
        return answer;
    }

    public async Task<JsonElement> SnapshotAsync(string name) => (await this[name].SendAsync(HttpMethod.Get, $"/api/v1/circles/{CircleId}")).Body;

    public static string SeatOf(string name, JsonElement snapshot) =>
        snapshot.GetProperty("seats").EnumerateArray().Single(s => s.GetProperty("name").GetString() == $"{char.ToUpperInvariant(name[0])}{name[1..]}").GetProperty("seatId").GetString()!;

    public static JsonElement Seat(string name, JsonElement snapshot)
    {
        var id = SeatOf(name, snapshot);
        return snapshot.GetProperty("seats").EnumerateArray().Single(s => s.GetProperty("seatId").GetString() == id);
    }

    /// <summary>Their network is gone, and the server's side of the connection has ended.</summary>
    public async Task CutAsync(string name)
    {
        this[name].Wire.Cut();
        await EndedAsync(name);
    }

    /// <summary>Time passes for people who stay connected.</summary>
    public async Task PassesAsync(TimeSpan time)
    {
        var untilUtc = App.Clock.NowUtc + time;
        while (App.Clock.NowUtc < untilUtc)
        {
            App.Clock.JumpTo(App.Clock.NowUtc.AddMinutes(30));
            var nowUtc = App.Clock.NowUtc;
            await Eventually.HoldsAsync(() => App.Ask(db => db.SignIns.AllAsync(s => s.ExpiresAtUtc > nowUtc.AddMinutes(50))), "everybody's sign-in is renewed");
        }
    }

    public Task EndedAsync(string name) => Eventually.HoldsAsync(
        () => App.Ask(db => db.CircleLeases.AnyAsync(l => l.Node == null && db.People.Any(p => p.Id == l.PersonId && p.Email == name + "@demo.example"))), $"a connection of {name} has ended");

    public async ValueTask DisposeAsync()
    {
        foreach (var sitter in sitters.Values) { await sitter.DisposeAsync(); }
        await App.DisposeAsync();
    }
}
