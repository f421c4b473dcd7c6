using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace BetterTogether.Learning.Benchmarks.Floors;

/// <summary>A bare hub: whatever somebody sends, it broadcasts one and the same snapshot to the circle's group, and answers with it. No sign-in, no rules, no database.</summary>
public static class CirclesFloor
{
    /// <param name="snapshotFile">The JSON of a snapshot that the product sent.</param>
    public static async Task<int> ServeAsync(string url, string snapshotFile)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddSignalR();
        builder.Services.AddSingleton(new Same(JsonSerializer.Deserialize<JsonElement>(await File.ReadAllBytesAsync(snapshotFile))));
        var app = builder.Build();
        app.Urls.Add(url);
        app.MapGet("/ready", () => "ready");
        app.MapHub<BareHub>("/hubs/circle");
        await app.RunAsync();
        return 0;
    }

    public sealed record Same(JsonElement Snapshot);

    /// <summary>As the wire contract has it.</summary>
    public sealed record Answer(bool Accepted, JsonElement Snapshot);

    public sealed class BareHub(Same same) : Hub
    {
        public Task Join(Guid circleId) => Groups.AddToGroupAsync(Context.ConnectionId, circleId.ToString());

        public async Task<Answer> Act(Guid circleId, JsonElement command)
        {
            await Clients.Group(circleId.ToString()).SendAsync("circleChanged", same.Snapshot);
            return new Answer(Accepted: true, same.Snapshot);
        }
    }
}
