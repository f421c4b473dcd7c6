using System.Runtime.CompilerServices;

namespace BetterTogether.Learning.Web.Tests.Hosting;

internal static class NoFileWatchers
{
    /// <summary>Versioned links watch their files, an inotify instance an app that only the garbage collector gives back; a user has 128 of them.</summary>
    [ModuleInitializer]
    public static void Install() => Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "1");
}
