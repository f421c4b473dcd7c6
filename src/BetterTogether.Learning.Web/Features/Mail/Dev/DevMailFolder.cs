namespace BetterTogether.Learning.Web.Features.Mail.Dev;

/// <summary>The mails of the folder transport, newest first: their names begin with their time.</summary>
public sealed class DevMailFolder(Data.DataFolder folder)
{
    private const int Most = 200;

    public IReadOnlyList<DevMail> Newest() => !Directory.Exists(folder.Mail) ? [] :
    [
        .. Directory.EnumerateFiles(folder.Mail, "*" + FolderTransport.Ending)
            .Select(path => Path.GetFileName(path))
            .OrderDescending(StringComparer.Ordinal)
            .Take(Most)
            .Select(Find)
            .OfType<DevMail>(),
    ];

    /// <returns>Null where there is no such mail, or the name leaves the folder.</returns>
    public DevMail? Find(string file)
    {
        var path = Path.Combine(folder.Mail, file);
        return Path.GetFileName(file) == file && file.EndsWith(FolderTransport.Ending, StringComparison.Ordinal) && File.Exists(path)
            ? DevMail.Read(file, File.ReadAllText(path))
            : null;
    }
}
