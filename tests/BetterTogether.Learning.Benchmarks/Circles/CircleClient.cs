using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;

namespace BetterTogether.Learning.Benchmarks.Circles;

/// <summary>One connection of the hub that counts what it is sent and reads no more of it than it must. Threading: one reader of its own; one caller at a time.</summary>
public sealed class CircleClient : IAsyncDisposable
{
    private const byte EndOfRecord = 0x1e;

    private readonly ClientWebSocket socket = new();
    private readonly HttpMessageInvoker http;
    private readonly Action pushed;
    private TaskCompletionSource<byte[]> answer = NewAnswer();

    private CircleClient(int? window, Action pushed)
    {
        this.pushed = pushed;
        http = new HttpMessageInvoker(new SocketsHttpHandler { ConnectCallback = (context, cancel) => OpenAsync(context.DnsEndPoint, window, cancel) });
    }

    /// <param name="pushed">Called for each snapshot that arrives.</param>
    /// <param name="stuck">It never reads its socket again once it has joined.</param>
    public static async Task<CircleClient> JoinAsync(Uri server, string? cookie, Guid circleId, Action pushed, bool stuck = false)
    {
        var client = new CircleClient(stuck ? 4096 : null, pushed);
        if (cookie is not null) { client.socket.Options.SetRequestHeader("Cookie", cookie); }
        await client.socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/hubs/circle" }.Uri, client.http, CancellationToken.None);
        await client.SendAsync("""{"protocol":"json","version":1}""");
        await client.socket.ReceiveAsync(new byte[16], CancellationToken.None);
        if (!stuck) { _ = client.ReadAsync(); }
        var join = $$"""{"type":1,"invocationId":"1","target":"Join","arguments":["{{circleId}}"]}""";
        if (stuck) { await client.SendAsync(join); }
        else { await client.InvokeAsync(join); }
        return client;
    }

    /// <returns>The answer, as it came.</returns>
    public async Task<byte[]> ActAsync(Guid circleId, string command)
    {
        answer = NewAnswer();
        return await InvokeAsync($$"""{"type":1,"invocationId":"1","target":"Act","arguments":["{{circleId}}",{{command}}]}""");
    }

    public ValueTask DisposeAsync()
    {
        socket.Abort();
        socket.Dispose();
        http.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<byte[]> InvokeAsync(string call)
    {
        await SendAsync(call);
        return await answer.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    private Task SendAsync(string record) => socket.SendAsync(Encoding.UTF8.GetBytes(record + (char)EndOfRecord), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    // A record begins with {"type":N: that digit says what it is.
    private async Task ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        var filled = 0;
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(filled), CancellationToken.None);
                if (part.MessageType != WebSocketMessageType.Text) { return; }
                filled += part.Count;
                int end;
                var from = 0;
                while ((end = buffer.AsSpan(from, filled - from).IndexOf(EndOfRecord)) >= 0)
                {
                    Take(buffer.AsSpan(from, end));
                    from += end + 1;
                }
                buffer.AsSpan(from, filled - from).CopyTo(buffer);
                filled -= from;
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The run is over.
        }
    }

    private void Take(ReadOnlySpan<byte> record)
    {
        var type = record[8];
        if (type == (byte)'1') { pushed(); }
        if (type == (byte)'3') { answer.TrySetResult(record.ToArray()); }
    }

    private static TaskCompletionSource<byte[]> NewAnswer() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static async ValueTask<Stream> OpenAsync(DnsEndPoint to, int? window, CancellationToken cancel)
    {
        var tcp = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (window is { } bytes) { tcp.ReceiveBufferSize = bytes; }
        await tcp.ConnectAsync(to, cancel);
        return new NetworkStream(tcp, ownsSocket: true);
    }
}
