using System.Diagnostics;
using System.Net;
using System.Text;

namespace BetterTogether.Learning.Web.Tests.Kills;

/// <summary>The product as a process of its own, on a free port and a given data folder. Threading: one thread starts and kills it, any may read <see cref="Address"/>.</summary>
internal sealed class ProductProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private const string Listening = "Now listening on: ";

    private readonly Process process;
    private readonly StringBuilder said = new();
    private readonly TaskCompletionSource<Uri> listens = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ProductProcess(string folder)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location]) { WorkingDirectory = ContentRoot(), UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in new[]
        {
            ("ASPNETCORE_ENVIRONMENT", "Development"), ("ASPNETCORE_URLS", "http://127.0.0.1:0"), ("Data__Folder", folder), ("Demo__Seed", "true"), ("SignIn__Development", "true"),
            ("Limits__BookingPerPerson", "0"), ("Logging__LogLevel__Default", "Warning"), ("Logging__LogLevel__Microsoft.Hosting.Lifetime", "Information"),
            ("DOTNET_TieredPGO", "0"), // no time is lost on instrumented code that will be killed
        })
        {
            start.Environment[name] = value;
        }
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => listens.TrySetException(new InvalidOperationException($"It ended before it listened: {Said}"));
    }

    public Uri Address => listens.Task.Result;

    public string Said
    {
        get
        {
            lock (said) { return said.ToString(); }
        }
    }

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    public static async Task<ProductProcess> StartAsync(string folder)
    {
        var product = new ProductProcess(folder);
        product.process.Start();
        product.process.BeginOutputReadLine();
        product.process.BeginErrorReadLine();
        await product.listens.Task.WaitAsync(Patience);
        using var http = new HttpClient { BaseAddress = product.Address };
        await Bookings.Eventually.HoldsAsync(async () =>
        {
            using var answer = await http.GetAsync(Links.Ready);
            return answer.StatusCode == HttpStatusCode.OK;
        }, "the product is ready by itself");
        return product;
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync().WaitAsync(Patience);
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
