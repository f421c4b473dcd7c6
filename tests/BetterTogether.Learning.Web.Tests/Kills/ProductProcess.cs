using System.Diagnostics;
using System.Net;
using System.Text;

namespace BetterTogether.Learning.Web.Tests.Kills;

/// <summary>The product as a process of its own, on a free port and a given data folder. Threading: one thread starts and kills it, any may read <see cref="Address"/>.</summary>
internal sealed class ProductProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process process;
    private readonly StringBuilder said = new();
    private readonly TaskCompletionSource<Uri> listens = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ProductProcess(string folder, string[] arguments, IReadOnlyDictionary<string, string> settings, bool outlivesFileSize)
    {
        // A write past a limit of file size ends a process by a signal, unless it was told to live on and hear an error.
        string[] command = outlivesFileSize ? ["env", "--ignore-signal=XFSZ", "dotnet"] : ["dotnet"];
        var start = new ProcessStartInfo(command[0], [.. command[1..], typeof(Program).Assembly.Location, .. arguments]) { WorkingDirectory = ContentRoot(), UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in new[]
        {
            ("ASPNETCORE_ENVIRONMENT", "Development"), ("ASPNETCORE_URLS", "http://127.0.0.1:0"), ("Data__Folder", folder), ("Demo__Seed", "true"), ("SignIn__Development", "true"),
            ("Limits__BookingPerPerson", "0"), ("Logging__LogLevel__Default", "Warning"), ("Logging__LogLevel__Microsoft.Hosting.Lifetime", "Information"),
            ("Backup__Keep", "0"), // none at night by itself
            ("DOTNET_EnableWriteXorExecute", "0"), // its memory is a file too, for a limit of file sizes
            ("DOTNET_TieredPGO", "0"), // no time is lost on instrumented code that will be killed
        })
        {
            start.Environment[name] = value;
        }
        foreach (var (name, value) in settings) { start.Environment[name] = value; }
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => listens.TrySetException(new InvalidOperationException($"It ended before it listened: {Said}"));
        _ = listens.Task.Exception; // nobody may be waiting for it
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address => listens.Task.Result;

    public int Id => process.Id;

    public bool HasEnded => process.HasExited;

    public string Said
    {
        get
        {
            lock (said) { return said.ToString(); }
        }
    }

    /// <summary>Starts it, with demo data, and waits until it says that it is ready.</summary>
    /// <param name="settings">By their names as environment variables.</param>
    public static async Task<ProductProcess> StartAsync(string folder, IReadOnlyDictionary<string, string>? settings = null)
    {
        var product = Launch(folder, settings: settings);
        await product.UntilReadyAsync();
        return product;
    }

    /// <summary>Starts it and waits for nothing: whoever kills it chooses the moment.</summary>
    /// <param name="arguments">A command, "backup"; without one it serves.</param>
    public static ProductProcess Launch(string folder, string[]? arguments = null, IReadOnlyDictionary<string, string>? settings = null, bool outlivesFileSize = false) =>
        new(folder, arguments ?? [], settings ?? new Dictionary<string, string>(), outlivesFileSize);

    /// <summary>It hangs, or it never becomes healthy: then this fails.</summary>
    public async Task UntilReadyAsync()
    {
        await listens.Task.WaitAsync(Hosting.Eventually.Patience);
        using var http = new HttpClient { BaseAddress = Address, Timeout = Hosting.Eventually.Patience };
        await Hosting.Eventually.HoldsAsync(async () =>
        {
            using var answer = await http.GetAsync(Links.Ready);
            return answer.StatusCode == HttpStatusCode.OK;
        }, "the product is ready by itself");
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync().WaitAsync(Hosting.Eventually.Patience);
    }

    /// <returns>The exit code of a command.</returns>
    public async Task<int> EndedAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Hosting.Eventually.Patience);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) { await KillAsync(); }
        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null) { return; }
        lock (said) { said.AppendLine(line); }
        var at = line.IndexOf(Listening, StringComparison.Ordinal);
        if (at >= 0) { listens.TrySetResult(new Uri(line[(at + Listening.Length)..].Trim())); }
    }

    private static string ContentRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BetterTogether.Learning.sln"))) { folder = folder.Parent; }
        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository"), "src", "BetterTogether.Learning.Web");
    }
}
