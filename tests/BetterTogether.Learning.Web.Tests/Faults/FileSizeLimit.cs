using System.Diagnostics;

namespace BetterTogether.Learning.Web.Tests.Faults;

/// <summary>
/// Another process's RLIMIT_FSIZE, set by util-linux's prlimit: with none left, every write to a file fails as on a full disk. It needs no
/// small disk to be mounted, so it works in any container, as root and as anybody.
/// </summary>
internal static class FileSizeLimit
{
    public static async Task SetAsync(int processId, bool full)
    {
        using var tool = Process.Start("prlimit", [$"--pid={processId}", $"--fsize={(full ? "0" : "unlimited")}:unlimited"]);
        await tool.WaitForExitAsync();
        Assert.Equal(0, tool.ExitCode);
    }
}
