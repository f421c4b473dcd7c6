using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Circles;

/// <summary>A client of the hub that speaks SignalR's JSON over a bare WebSocket. Threading: one reader of its own; calls may come from any thread, one at a time.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private const char EndOfRecord = '\u001e';
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(5);

    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim sending = new(1);
    private readonly Dictionary<string, TaskCompletionSource<JsonElement>> calls = [];
    private readonly List<JsonElement> pushes = [];
    private readonly Lock guard = new();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private HttpMessageInvoker? http;
    private int lastCall;

    /// <summary>Completes when the connection has ended, whoever ended it.</summary>
    public Task Reading { get; private set; } = Task.CompletedTask;

    public IReadOnlyList<JsonElement> Pushes
    {
        get
        {
            lock (guard) { return [.. pushes]; }
        }
    }

    /// <param name="reads">False for a client that is stuck: it never takes anything from its socket after the handshake.</param>
    public static async Task<Wire> ConnectAsync(Uri server, string cookie, string? origin = null, bool reads = true)
    {
        var wire = new Wire();
        wire.socket.Options.SetRequestHeader("Cookie", cookie);
        if (origin is not null) { wire.socket.Options.SetRequestHeader("Origin", origin); }
        // A stuck client's window is small, or its system would read on for it.
        wire.http = new HttpMessageInvoker(new SocketsHttpHandler { ConnectCallback = (context, cancel) => OpenAsync(context.DnsEndPoint, reads ? null : 4096, cancel) });
        await wire.socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = Links.CircleHub }.Uri, wire.http, CancellationToken.None).WaitAsync(Eventually.Patience);
        await wire.SendAsync("""{"protocol":"json","version":1}""");
        await wire.socket.ReceiveAsync(new byte[16], CancellationToken.None).WaitAsync(Eventually.Patience);
        _ = wire.PingAsync();
        if (reads) { wire.Read(); }
        return wire;
    }

    public void Read() => Reading = ReadAsync();

    /// <returns>What the method returned.</returns>
    /// <exception cref="InvalidOperationException">The hub answered with an error: its message.</exception>
    public async Task<JsonElement> InvokeAsync(string method, params object[] arguments)
    {
        var id = $"{Interlocked.Increment(ref lastCall)}";
        var call = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (guard) { calls.Add(id, call); }
        await SendAsync(JsonSerializer.Serialize(new { type = 1, invocationId = id, target = method, arguments }));
        return await call.Task.WaitAsync(Eventually.Patience);
    }

    /// <summary>Sends a call whose answer nobody waits for.</summary>
    public Task PostAsync(string method, params object[] arguments) => SendAsync(JsonSerializer.Serialize(new { type = 1, target = method, arguments }));

    /// <summary>The first pushed snapshot that is as wanted.</summary>
    public async Task<JsonElement> UntilAsync(Func<JsonElement, bool> wanted, string what)
    {
        using var patience = new CancellationTokenSource(Eventually.Patience);
        while (true)
        {
            Task next;
            lock (guard)
            {
                foreach (var push in pushes)
                {
                    if (wanted(push)) { return push; }
                }
                next = changed.Task;
            }
            try
            {
                await next.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException e)
            {
                throw new TimeoutException($"No push in which {what}; the last one was {(Pushes.Count > 0 ? Pushes[^1] : default)}", e);
            }
        }
    }

    /// <summary>As when the network is gone: no goodbye.</summary>
    public void Cut() => socket.Abort();

    public ValueTask DisposeAsync()
    {
        socket.Abort();
        socket.Dispose();
        http?.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async ValueTask<Stream> OpenAsync(DnsEndPoint to, int? window, CancellationToken cancel)
    {
        var tcp = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (window is { } bytes) { tcp.ReceiveBufferSize = bytes; }
        await tcp.ConnectAsync(to, cancel);
        return new NetworkStream(tcp, ownsSocket: true);
    }

    private async Task SendAsync(string json)
    {
        await sending.WaitAsync();
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(json + EndOfRecord), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            sending.Release();
        }
    }

    // As every client does, one that is stuck too: whoever is silent for long is taken for gone, by the machine's time.
    private async Task PingAsync()
    {
        using var timer = new PeriodicTimer(PingEvery);
        while (await timer.WaitForNextTickAsync() && socket.State is WebSocketState.Open)
        {
            try
            {
                await SendAsync("""{"type":6}""");
            }
            catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
            {
                // It has ended meanwhile.
            }
        }
    }

    private async Task ReadAsync()
    {
        var (buffer, text) = (new byte[65536], new StringBuilder());
        var decoder = Encoding.UTF8.GetDecoder();
        var characters = new char[65536];
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None) is { MessageType: WebSocketMessageType.Text } part)
            {
                text.Append(characters, 0, decoder.GetChars(buffer.AsSpan(0, part.Count), characters, flush: false));
                if (text.Length == 0 || text[^1] != EndOfRecord) { continue; }
                foreach (var record in text.ToString().Split(EndOfRecord, StringSplitOptions.RemoveEmptyEntries)) { Take(JsonSerializer.Deserialize<JsonElement>(record)); }
                text.Clear();
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Cut, by us or by the server.
        }
        lock (guard)
        {
            foreach (var call in calls.Values) { call.TrySetException(new WebSocketException("The connection ended before the answer")); }
        }
    }

    private void Take(JsonElement record)
    {
        lock (guard)
        {
            switch (record.GetProperty("type").GetInt32())
            {
                case 1:
                    pushes.Add(record.GetProperty("arguments")[0]);
                    var waiting = changed;
                    changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
                    waiting.SetResult();
                    break;
                case 3 when calls.Remove(record.GetProperty("invocationId").GetString()!, out var call):
                    if (record.TryGetProperty("error", out var error)) { call.SetException(new InvalidOperationException(error.GetString())); }
                    else { call.SetResult(record.TryGetProperty("result", out var result) ? result : default); }
                    break;
                default:
                    break; // a ping, or a goodbye: the socket's end follows
            }
        }
    }
}
