using System.Net;
using System.Net.Security;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data.Backups;

namespace BetterTogether.Learning.Web.Hosting;

/// <summary>What the product does from a command line instead of serving pages. Exit codes: 0 done, 1 not done and why, 2 not understood.</summary>
public static class Commands
{
    private const string Usage = """
        Without a command the product serves its pages. Commands:
          backup                   makes a backup of the SQLite database; the product may run meanwhile
          restore <file>           puts a backup in the database's place; the product must not run
          copy-to-postgres [file]  copies the SQLite database, or a backup of it, into an empty PostgreSQL database
          health                   asks the running product whether it is ready
          help                     prints this
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>A word of its own in the first place; "--urls=…" and "Data:Folder=…" are settings.</summary>
    public static bool IsCommand(string[] args) => IsHelp(args) || (args is [{ Length: > 0 } word, ..] && char.IsAsciiLetter(word[0]) && word.All(c => char.IsAsciiLetter(c) || c == '-'));

    private static bool IsHelp(string[] args) => args is ["help" or "--help" or "-h", ..];

    /// <param name="services">Of a product that is put together but not started.</param>
    public static async Task<int> RunAsync(string[] args, IServiceProvider services, TextWriter output, TextWriter errors)
    {
        if (IsHelp(args))
        {
            await output.WriteLineAsync(Usage);
            return 0;
        }
        try
        {
            var done = await DoAsync(args, services);
            if (done is null)
            {
                await errors.WriteLineAsync(Usage);
                return 2;
            }
            await (done.Refusal is null ? output : errors).WriteLineAsync(done.Refusal?.Message ?? done.Value);
            return done.Refusal is null ? 0 : 1;
        }
        catch (Exception e)
        {
            // Whoever types a command reads a sentence, not a stack; nothing is half done, every command ends in one step.
            await errors.WriteLineAsync($"{args[0]} failed: {Words(e)}");
            return 1;
        }
    }

    // The outer one names the file or the address, the inner one says what is the matter with it.
    private static string Words(Exception e) => e.GetBaseException() is var cause && cause != e ? $"{e.Message.TrimEnd('.')}: {cause.Message}" : e.Message;

    private static async Task<Result<string>?> DoAsync(string[] args, IServiceProvider services)
    {
        var nowUtc = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        return args switch
        {
            ["backup"] => Said(services.GetRequiredService<BackupService>().Make(nowUtc), b => $"Backup made and checked: {b.File}, {b.Rows} rows in {b.Tables} tables."),
            ["restore", var file] => Said(services.GetRequiredService<RestoreService>().Restore(file, nowUtc), r => $"Restored {file} to {r.File}.{(r.Aside is null ? "" : $" What was there before is kept as {r.Aside}.")} Now start the product."),
            ["copy-to-postgres"] => Said(await services.GetRequiredService<MoveService>().MoveAsync(null), Words),
            ["copy-to-postgres", var file] => Said(await services.GetRequiredService<MoveService>().MoveAsync(file), Words),
            ["health"] => await HealthAsync(services.GetRequiredService<IConfiguration>(), services.GetRequiredService<TimeProvider>()),
            _ => null,
        };
    }

    private static string Words(Moved moved) => $"Copied and compared: {moved.Rows} rows in {moved.Tables} tables. The SQLite file is as it was.";

    private static Result<string> Said<T>(Result<T> done, Func<T, string> words) => done.Refusal is { } no ? no : words(done.Value);

    private static async Task<Result<string>> HealthAsync(IConfiguration settings, TimeProvider clock)
    {
        var address = OwnAddress(settings);
        // Itself, not through a proxy that the machine's settings name for the world outside.
        using var handler = new SocketsHttpHandler { UseProxy = false };
        // Its certificate is for the name that people type, not for this one; on the way to oneself there is nobody to pretend.
        handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, errors) => errors == SslPolicyErrors.None || address.IsLoopback;
        using var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        using var enough = new CancellationTokenSource(Patience, clock);
        try
        {
            using var answer = await http.GetAsync(address, enough.Token);
            var status = await answer.Content.ReadAsStringAsync(enough.Token);
            return answer.IsSuccessStatusCode ? status : new NotReady($"{Links.Ready} answers {(int)answer.StatusCode}.");
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested)
        {
            return new NotReady($"{Links.Ready} has not answered within {Patience.TotalSeconds} seconds.");
        }
    }

    /// <summary>Where the product of the same settings listens, asked from the same machine: without encryption where it listens so too.</summary>
    public static Uri OwnAddress(IConfiguration settings)
    {
        var addresses = Listens(settings).Select(BindingAddress.Parse).ToList();
        var bound = addresses.Find(a => a.Scheme.Equals(Uri.UriSchemeHttp, StringComparison.OrdinalIgnoreCase)) ?? addresses[0];
        // For a name, or a star, it listens on every address.
        var host = IPAddress.TryParse(bound.Host, out var ip) && !ip.Equals(IPAddress.Any) && !ip.Equals(IPAddress.IPv6Any) ? bound.Host : "localhost";
        return new Uri($"{bound.Scheme}://{host}:{bound.Port}{Links.Ready}");
    }

    // In the server's own order: its endpoints, then addresses, then ports.
    private static List<string> Listens(IConfiguration settings)
    {
        List<string> endpoints = [.. settings.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]).OfType<string>()];
        List<string> urls = [.. Listed(settings["urls"])];
        List<string> ports = [.. Listed(settings["http_ports"]).Select(p => $"http://*:{p}"), .. Listed(settings["https_ports"]).Select(p => $"https://*:{p}")];
        return new[] { endpoints, urls, ports }.FirstOrDefault(l => l.Count > 0, ["http://localhost:5000"]);
    }

    private static string[] Listed(string? setting) => setting?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}

public sealed record NotReady(string Why) : Refusal("not-ready", "Not ready: " + Why);
