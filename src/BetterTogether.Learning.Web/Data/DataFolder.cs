using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Data;

/// <summary>Where the product keeps its files.</summary>
public sealed class DataFolder(IOptions<DataOptions> options, IHostEnvironment environment)
{
    public string Path { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(environment.ContentRootPath, options.Value.Folder));

    public string Database => System.IO.Path.Combine(Path, "learning.db");
    public string Mail => System.IO.Path.Combine(Path, "mail");

    /// <summary>Nobody else on the machine may look into what is made here: people's records and mails. A folder that is there stays as the operator made it.</summary>
    public static void Make(string path)
    {
        if (OperatingSystem.IsWindows()) { Directory.CreateDirectory(path); }
        else { Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute); }
    }

    /// <summary>
    /// The writer gate holds within one process, and a restore changes the file under everybody: whoever holds this lock has the folder alone.
    /// </summary>
    /// <returns>Null while another process holds it.</returns>
    public FileStream? TryLock()
    {
        Make(Path);
        return FileLock.TryTake(System.IO.Path.Combine(Path, "learning.lock"));
    }
}
