using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace BetterTogether.Learning.Benchmarks;

/// <summary>A server under measurement: a process of its own, so that its memory and its garbage are its own too.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;

    private ServerProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Resident memory in MiB.</summary>
    public double ResidentMiB
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1048576.0;
        }
    }

    /// <summary>Of it, in MiB, what is nobody else's and no file's: heaps and compiled code. The rest are files' pages, which the system takes back when it wants them.</summary>
    public double OwnMiB => File.ReadLines($"/proc/{process.Id.ToString(CultureInfo.InvariantCulture)}/status")
        .Where(line => line.StartsWith("RssAnon:", StringComparison.Ordinal) || line.StartsWith("RssShmem:", StringComparison.Ordinal))
        .Sum(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024);

    /// <summary>The product, in Development because that is where one signs in without a mailbox; with its limits off and its log quiet.</summary>
    /// <param name="underLoad">As the image has it: compiled again by how it is used, which a floor is by default, and with as many buffers kept. A start is measured without, as from the sources.</param>
    public static Task<ServerProcess> ProductAsync(string folder, bool underLoad = true) => StartAsync(ProductDll, [], new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["SignIn__Development"] = "true",
        ["Demo__Seed"] = "true",
        ["Data__Folder"] = folder,
        ["Limits__BookingPerPerson"] = "0",
        ["Limits__SearchPerCaller"] = "0",
        ["Backup__Keep"] = "0",
        ["Logging__LogLevel__Default"] = "Warning",
        ["DOTNET_TieredPGO"] = underLoad ? "1" : "0",
        ["DOTNET_SYSTEM_BUFFERS_SHAREDARRAYPOOL_MAXARRAYSPERPARTITION"] = underLoad ? "512" : "32",
    }, "/health/ready");

    public static Task<ServerProcess> FloorAsync(string name, string database) =>
        StartAsync(typeof(ServerProcess).Assembly.Location, ["floor", name, "{url}", database], new() { ["Logging__LogLevel__Default"] = "Warning" }, "/ready");

    private static string ProductDll
    {
        get
        {
            var here = new DirectoryInfo(AppContext.BaseDirectory);
            var (framework, configuration) = (here.Name, here.Parent!.Name);
            var root = here.Parent.Parent!.Parent!.Parent!.Parent!.FullName;
            return Path.Combine(root, "src", "BetterTogether.Learning.Web", "bin", configuration, framework, "BetterTogether.Learning.Web.dll");
        }
    }

    private static async Task<ServerProcess> StartAsync(string dll, string[] args, Dictionary<string, string> settings, string readyPath)
    {
        var url = $"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}";
        // The product finds its assets beside its project; a floor needs none.
        var info = new ProcessStartInfo("dotnet") { WorkingDirectory = ContentRoot(dll), RedirectStandardOutput = true, UseShellExecute = false };
        info.ArgumentList.Add(dll);
        foreach (var arg in args) { info.ArgumentList.Add(arg == "{url}" ? url : arg); }
        info.Environment["ASPNETCORE_URLS"] = url;
        foreach (var (name, value) in settings) { info.Environment[name] = value; }
        var started = Process.Start(info)!;
        started.OutputDataReceived += (_, _) => { };
        started.BeginOutputReadLine();
        var server = new ServerProcess(started, new Uri(url));
        await server.UntilReadyAsync(readyPath);
        return server;
    }

    private static string ContentRoot(string dll)
    {
        var bin = Path.GetDirectoryName(dll)!;
        return Path.GetFullPath(Path.Combine(bin, "..", "..", ".."));
    }

    private async Task UntilReadyAsync(string path)
    {
        using var client = new HttpClient { BaseAddress = Address };
        var patience = Stopwatch.StartNew();
        while (patience.Elapsed < TimeSpan.FromMinutes(5))
        {
            if (process.HasExited) { throw new InvalidOperationException($"The server ended with {process.ExitCode} before it was ready"); }
            try
            {
                using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
                if (answer.IsSuccessStatusCode) { return; }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(10);
        }
        throw new TimeoutException("The server did not become ready in five minutes");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) { process.Kill(); }
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
