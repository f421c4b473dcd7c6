using System.Collections.Concurrent;
using System.Diagnostics;

namespace BetterTogether.Learning.Browser.Tests.Running;

/// <summary>The product itself: a process on a port that the system chose, with demo data in a folder of its own. Threading: any thread may use it.</summary>
internal sealed class Product : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private readonly string folder = Directory.CreateTempSubdirectory("bt-browser-").FullName;
    private readonly ConcurrentQueue<string> said = [];
    private readonly TaskCompletionSource<string> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process process;

    private Product()
    {
        process = new Process { StartInfo = Describe(folder), EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException("The product ended. It said:\n" + Said));
    }

    public string Address { get; private set; } = "";

    public string Said => string.Join('\n', said);

    public static async Task<Product> StartAsync()
    {
        var product = new Product();
        product.process.Start();
        product.process.BeginOutputReadLine();
        product.process.BeginErrorReadLine();
        product.Address = await product.address.Task.WaitAsync(Until.Patience);
        using var http = new HttpClient { BaseAddress = new Uri(product.Address), Timeout = Until.Patience };
        await Until.TrueAsync(async () => (await http.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode, () => "The product is not ready. It said:\n" + product.Said);
        return product;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) { process.Kill(entireProcessTree: true); }
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private void Hear(string? line)
    {
        if (line is null) { return; }
        said.Enqueue(line);
        var at = line.IndexOf(Listening, StringComparison.Ordinal);
        if (at >= 0) { address.TrySetResult(line[(at + Listening.Length)..]); }
    }

    private static ProcessStartInfo Describe(string folder)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.WebDll]) { WorkingDirectory = Repository.Web, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] foreign = ["Database__Provider", "ConnectionStrings__Learning", "Mail__Transport", "Templates__Folder", "DOTNET_ENVIRONMENT"];
        foreach (var name in foreign) { start.Environment.Remove(name); }
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Data__Folder"] = folder;
        // A machine has 128 file watchers by default, and other tests may hold them all.
        start.Environment["DOTNET_hostBuilder__reloadConfigOnChange"] = "false";
        start.Environment["Demo__Seed"] = "true";
        start.Environment["Reviews__CounterSigner"] = "ManagersManager"; // there is a page for whoever reads from above
        start.Environment["SignIn__Development"] = "true";
        return start;
    }
}
