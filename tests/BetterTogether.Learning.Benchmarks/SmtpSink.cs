using System.Net;
using System.Net.Sockets;

namespace BetterTogether.Learning.Benchmarks;

/// <summary>A mail server that takes everything at once and keeps nothing: what is measured before it is the sender. Threading: connections run side by side.</summary>
public sealed class SmtpSink : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private int taken;

    public SmtpSink()
    {
        listener.Start();
        _ = ListenAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public int Taken => Volatile.Read(ref taken);

    public void Dispose() => listener.Dispose();

    private async Task ListenAsync()
    {
        try
        {
            while (true) { _ = TalkAsync(await listener.AcceptTcpClientAsync()); }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            client.NoDelay = true;
            using var reader = new StreamReader(client.GetStream());
            await using var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
            try
            {
                await writer.WriteLineAsync("220 sink");
                while (await reader.ReadLineAsync() is { } line && !line.StartsWith("QUIT", StringComparison.Ordinal))
                {
                    if (line != "DATA")
                    {
                        await writer.WriteLineAsync("250 OK");
                        continue;
                    }
                    await writer.WriteLineAsync("354 Go ahead");
                    while (await reader.ReadLineAsync() is { } text && text != ".") { }
                    Interlocked.Increment(ref taken);
                    await writer.WriteLineAsync("250 OK");
                }
            }
            catch (IOException)
            {
                // The sender went.
            }
        }
    }
}
