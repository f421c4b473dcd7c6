using System.Diagnostics;
using System.Text.Json;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Circles;

/// <summary>The public SignalR client, in processes of Node. Its packages are installed on first use.</summary>
internal static class NodeClients
{
    private static readonly Lazy<Task> Installed = new(InstallAsync);

    /// <returns>The line of JSON the script printed.</returns>
    public static async Task<JsonElement> RunAsync(string script, params string[] arguments)
    {
        await Installed.Value;
        var (code, output, errors) = await StartAsync("node", [script, .. arguments]);
        Assert.True(code == 0, $"node {script} ended with {code}: {errors}");
        return JsonSerializer.Deserialize<JsonElement>(output);
    }

    private static async Task InstallAsync()
    {
        if (File.Exists(Path.Combine(Folder, "node_modules", "@microsoft", "signalr", "package.json"))) { return; }
        var (code, output, errors) = await StartAsync("npm", ["ci", "--no-audit", "--no-fund"]);
        Assert.True(code == 0, $"npm ci ended with {code}: {output} {errors}");
    }

    private static async Task<(int Code, string Output, string Errors)> StartAsync(string command, IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { WorkingDirectory = Folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var enough = new CancellationTokenSource(Eventually.Patience);
        await process.WaitForExitAsync(enough.Token);
        return (process.ExitCode, await output, await errors);
    }

    private static string Folder
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BetterTogether.Learning.sln"))) { folder = folder.Parent; }
            return Path.Combine(folder!.FullName, "tests", "BetterTogether.Learning.Web.Tests", "Circles", "Node");
        }
    }
}
