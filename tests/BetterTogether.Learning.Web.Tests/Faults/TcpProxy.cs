using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace BetterTogether.Learning.Web.Tests.Faults;

/// <summary>Stands between the product and a server, and can be cut: every connection is dropped, every new one refused. Threading: any thread may cut and mend.</summary>
internal sealed class TcpProxy : IAsyncDisposable
{
    private readonly (string Host, int Port) server;
    private readonly ConcurrentDictionary<Socket, bool> open = new();
    private readonly List<Task> lanes = [];
    private TcpListener listener;

    public TcpProxy(string host, int port)
    {
        server = (host, port);
        listener = Listen(0);
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        lanes.Add(AcceptAsync(listener));
    }

    public int Port { get; }

    public void Cut()
    {
        listener.Dispose();
        foreach (var socket in open.Keys) { socket.Close(0); } // a reset, as from a server that died
    }

    public void Mend() => lanes.Add(AcceptAsync(listener = Listen(Port)));

    public async ValueTask DisposeAsync()
    {
        Cut();
        await Task.WhenAll(lanes);
    }

    private static TcpListener Listen(int port)
    {
        var started = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = false };
        started.Start();
        return started;
    }

    private async Task AcceptAsync(TcpListener on)
    {
        try
        {
            while (true) { _ = PassAsync(await on.AcceptSocketAsync()); }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Cut.
        }
    }

    private async Task PassAsync(Socket client)
    {
        using var there = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        client.NoDelay = true;
        (open[client], open[there]) = (true, true);
        try
        {
            await there.ConnectAsync(server.Host, server.Port);
            await using var here = new NetworkStream(client);
            await using var far = new NetworkStream(there);
            await Task.WhenAny(here.CopyToAsync(far), far.CopyToAsync(here));
        }
        catch (Exception e) when (e is SocketException or IOException or ObjectDisposedException)
        {
            // One of the two went.
        }
        finally
        {
            open.TryRemove(client, out _);
            open.TryRemove(there, out _);
            client.Dispose();
        }
    }
}
