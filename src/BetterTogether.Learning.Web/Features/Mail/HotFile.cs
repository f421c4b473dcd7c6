namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>
/// A file that is read again when its time changes. While it is missing or broken the last good reading serves, or
/// the copy built in. Threading: a reading is immutable and replaced as one reference; two threads may at worst read twice.
/// </summary>
public sealed class HotFile<T>(TemplateFiles files, string file, Func<string, T> read)
{
    private volatile Reading? reading;

    /// <summary>Why the file on the disk is not in use, or null.</summary>
    public string? Trouble => Now().Trouble;

    public T Value => Now().Value;

    private Reading Now()
    {
        var changedAtUtc = files.ChangedAtUtc(file);
        return reading is { } known && known.ChangedAtUtc == changedAtUtc ? known : reading = Read(changedAtUtc);
    }

    private Reading Read(DateTime changedAtUtc)
    {
        try
        {
            return new Reading(read(files.Read(file)), changedAtUtc, null);
        }
        catch (BrokenTemplateException broken)
        {
            return new Reading(LastGood(), changedAtUtc, broken.Message);
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException)
        {
            // No time is kept: a file that was locked for a moment is read at the next chance.
            return new Reading(LastGood(), null, away.Message);
        }
    }

    private T LastGood() => reading is { } known ? known.Value : read(TemplateFiles.ReadBuiltIn(file));

    private sealed record Reading(T Value, DateTime? ChangedAtUtc, string? Trouble);
}
