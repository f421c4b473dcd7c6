using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.SignalR;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>The live wire: it translates, the engine decides.</summary>
public sealed class CircleHub(CircleService circles) : Hub
{
    /// <summary>Called on every connect and reconnect.</summary>
    /// <exception cref="HubException">"code: sentence" of the refusal.</exception>
    public async Task<CircleSnapshot> Join(Guid circleId)
    {
        var joined = await circles.JoinAsync(circleId, Context);
        return joined.Refusal is { } no ? throw new HubException($"{no.Code}: {no.Message}") : joined.Value;
    }

    public Task<ActAnswer> Act(Guid circleId, SentCommand command) => circles.ActAsync(circleId, Context.User!.Id(), command.Json, Context.ConnectionAborted);

    public override Task OnDisconnectedAsync(Exception? exception) => circles.DisconnectedAsync(Context.ConnectionId);
}
