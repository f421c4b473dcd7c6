namespace BetterTogether.Learning.Web.Data;

/// <summary>A file that one process at a time may hold open. The system lets go of it when a process dies, however it dies.</summary>
public static class FileLock
{
    /// <returns>Null while somebody holds it.</returns>
    /// <exception cref="IOException">The file cannot be made: the disk is full, the folder is gone.</exception>
    public static FileStream? TryTake(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (IsHeld(e))
        {
            return null;
        }
    }

    // EWOULDBLOCK of Linux and of macOS, and Windows' sharing violation.
    private static bool IsHeld(IOException e) => e.HResult is 11 or 35 or unchecked((int)0x80070020);
}
