using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BetterTogether.Learning.Web.Tests.Mail.Smtp;

/// <summary>
/// A mail server on a port of its own that answers as RFC 5321 has it, unless the test says otherwise.
/// Threading: connections run side by side; what came in is safe to read at any time.
/// </summary>
internal sealed class ScriptedSmtp : IAsyncDisposable
{
    /// <summary>An answer that is none: the connection breaks.</summary>
    public const string Drop = "drop";

    /// <summary>An answer that does not come.</summary>
    public const string Hang = "hang";

    /// <summary>At the end of the message: it is kept, and the connection breaks before the answer.</summary>
    public const string TakeAndDrop = "take";

    /// <summary>What the end of the message is called in a script.</summary>
    public const string EndOfData = ".";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new(); // without a timer: nothing to dispose
    private readonly ConcurrentBag<Task> conversations = [];
    private readonly Task listening;
    private static readonly AsyncLocal<int> Current = new();
    private int connections;

    public ScriptedSmtp()
    {
        listener.Start();
        listening = ListenAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public int Connections => connections;

    /// <summary>Which connection asks, for a script that tells them apart.</summary>
    public static int Asking => Current.Value;

    /// <summary>Answers a command ("", EHLO, MAIL FROM:…, RCPT TO:…, DATA, ".") in its own way; null: as usual. "" is the greeting.</summary>
    public Func<string, string?> Script { get; set; } = _ => null;

    /// <summary>What EHLO offers.</summary>
    public IReadOnlyList<string> Offers { get; set; } = ["SIZE 10000000"];

    /// <summary>When it is, for what comes in.</summary>
    public Func<DateTime> NowUtc { get; set; } = () => TimeProvider.System.GetUtcNow().UtcDateTime;

    /// <summary>Without it nobody may send.</summary>
    public (string User, string Password)? Account { get; set; }

    public ConcurrentQueue<ReceivedMail> Mails { get; } = new();

    /// <summary>Every command line of every connection.</summary>
    public ConcurrentQueue<string> Commands { get; } = new();

    public async ValueTask DisposeAsync()
    {
        if (end.IsCancellationRequested)
        {
            return;
        }

        await end.CancelAsync();
        listener.Stop();
        await listening;
        await Task.WhenAll(conversations);
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                var socket = await listener.AcceptSocketAsync(end.Token);
                var number = Interlocked.Increment(ref connections);
                conversations.Add(Task.Run(() => TalkAsync(socket, number)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(Socket socket, int number)
    {
        Current.Value = number;
        using (socket)
        {
            socket.NoDelay = true;
            await using var stream = new NetworkStream(socket);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            try
            {
                await new Conversation(this, stream, reader, end.Token).RunAsync();
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The other side went, or the test is over.
            }
        }
    }

    private sealed class Conversation(ScriptedSmtp server, NetworkStream stream, StreamReader reader, CancellationToken end)
    {
        private bool isSignedIn;
        private string from = "";
        private string to = "";

        public async Task RunAsync()
        {
            if (!await AnswerAsync("", "220 mail.test ready"))
            {
                return;
            }

            while (await reader.ReadLineAsync(end) is { } line)
            {
                server.Commands.Enqueue(line);
                if (!await DoAsync(line, line.Split(' ', ':')[0].ToUpperInvariant()))
                {
                    return;
                }
            }
        }

        private async Task<bool> DoAsync(string line, string verb)
        {
            switch (verb)
            {
                case "EHLO" or "HELO":
                    return await AnswerAsync(line, string.Join("\r\n", server.Offers.Prepend("mail.test").Select((offer, i) => $"250{(i == server.Offers.Count ? ' ' : '-')}{offer}")));
                case "AUTH":
                    return await SignInAsync(line);
                case "MAIL":
                    from = Address(line);
                    return await AnswerAsync(line, server.Account is null || isSignedIn ? "250 OK" : "530 5.7.57 Client not authenticated to send mail");
                case "RCPT":
                    to = Address(line);
                    return await AnswerAsync(line, "250 OK");
                case "DATA":
                    return await ReceiveAsync(line);
                case "QUIT":
                    await AnswerAsync(line, "221 Bye");
                    return false;
                default:
                    return await AnswerAsync(line, verb is "RSET" or "NOOP" ? "250 OK" : "502 Not implemented");
            }
        }

        private async Task<bool> SignInAsync(string line)
        {
            var words = line.Split(' ');
            string user, password;
            if (words[1] is "PLAIN")
            {
                var parts = Text(words.Length > 2 ? words[2] : await AskAsync("")).Split('\0');
                (user, password) = (parts[1], parts[2]);
            }
            else
            {
                user = Text(words.Length > 2 ? words[2] : await AskAsync("Username:"));
                password = Text(await AskAsync("Password:"));
            }

            isSignedIn = server.Account == (user, password);
            return await AnswerAsync(line, isSignedIn ? "235 2.7.0 Welcome" : "535 5.7.8 Authentication credentials invalid");
        }

        private async Task<bool> ReceiveAsync(string line)
        {
            if (!await AnswerAsync(line, "354 Go ahead") || server.Script(line) is not null)
            {
                return server.Script(line) is not (Drop or Hang);
            }

            var mime = new StringBuilder();
            while (await reader.ReadLineAsync(end) is { } text && text is not EndOfData)
            {
                mime.Append(text.StartsWith('.') ? text[1..] : text).Append("\r\n");
            }

            var answer = server.Script(EndOfData);
            if (answer is null or TakeAndDrop)
            {
                server.Mails.Enqueue(new ReceivedMail(from, to, mime.ToString(), server.NowUtc()));
            }

            return await WriteAsync(answer is TakeAndDrop ? Drop : answer ?? "250 2.0.0 Queued");
        }

        private async Task<string> AskAsync(string what)
        {
            await WriteAsync("334 " + Convert.ToBase64String(Encoding.UTF8.GetBytes(what)));
            return await reader.ReadLineAsync(end) ?? throw new IOException("Gone");
        }

        private Task<bool> AnswerAsync(string command, string usual) => WriteAsync(server.Script(command) ?? usual);

        private async Task<bool> WriteAsync(string answer)
        {
            if (answer is Hang)
            {
                await Task.Delay(Timeout.Infinite, end);
            }

            if (answer is Drop)
            {
                return false;
            }

            await stream.WriteAsync(Encoding.Latin1.GetBytes(answer + "\r\n"), end);
            return !answer.StartsWith("421", StringComparison.Ordinal);
        }

        private static string Text(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));

        private static string Address(string line) => line.Split('<')[1].Split('>')[0];
    }
}
