using BetterTogether.Learning.Domain.Circles;
using Microsoft.AspNetCore.SignalR;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>
/// The way out to one connection. While a client does not read its socket the newest view waits for it and older ones are dropped, so that it
/// delays nobody: to await a send to a group can stall for seconds.
/// Threading: any thread may offer; one at a time sends.
/// </summary>
public sealed class CircleConnection(HubCallerContext context, Guid personId, IHubContext<CircleHub> hub, TimeProvider clock, ILogger log)
{
    private readonly ISingleClientProxy client = hub.Clients.Client(context.ConnectionId);
    private CircleView? newest;
    private bool isOver;
    private int sending = 1; // until it is started

    public string Id => context.ConnectionId;
    public Guid PersonId => personId;

    /// <summary>What was offered before this is sent first.</summary>
    public void Start() => _ = SendAsync();

    /// <summary>Returns as soon as it is written, or waits to be: whether the client reads or not.</summary>
    public void Offer(CircleView view)
    {
        Interlocked.Exchange(ref newest, view);
        if (Interlocked.CompareExchange(ref sending, 1, 0) == 0) { _ = SendAsync(); }
    }

    /// <summary>Nothing more is sent; the socket may carry on.</summary>
    public void End() => Volatile.Write(ref isOver, true);

    public void Close() => context.Abort();

    // Whoever has set "sending" sends until there is nothing newer; what came just as it stopped is looked for once more.
    private async Task SendAsync()
    {
        try
        {
            do
            {
                while (!Volatile.Read(ref isOver) && Interlocked.Exchange(ref newest, null) is { } view) { await SendAsync(view); }
                Interlocked.Exchange(ref sending, 0);
            }
            while (!Volatile.Read(ref isOver) && Volatile.Read(ref newest) is not null && Interlocked.CompareExchange(ref sending, 1, 0) == 0);
        }
        catch (Exception e)
        {
            // The client connects anew and is told all.
            log.CannotSend(e);
            Close();
        }
    }

    private Task SendAsync(CircleView view)
    {
        var seen = view.For(personId, clock.GetUtcNow().UtcDateTime);
        if (seen.Refusal is null) { return client.SendAsync(CircleProtocol.Changed, seen.Value); }
        // Asked to leave: the client comes back, and hears why at the door.
        Close();
        return Task.CompletedTask;
    }
}
