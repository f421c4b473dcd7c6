using System.Globalization;
using System.Text;
using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Web.Data;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>
/// One .eml file a mail. Whoever watches the folder never sees half a mail: it is written under another name,
/// flushed to the disk, then renamed. Threading: safe, every mail has a name of its own.
/// </summary>
public sealed class FolderTransport(string folder) : IMailTransport, IMailConnection
{
    public const string Ending = ".eml";

    public IMailConnection Connect() => this;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public async Task<Delivery> SendAsync(MimeMessage mail)
    {
        if (!Mailbox.IsAddress(mail.To.Address))
        {
            return new AddressRefused(null, "Not one bare address");
        }

        // The time first, so that the folder lists in order; a resent mail is a second file with the same Message-ID.
        var name = $"{mail.DateUtc.ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture)}-{Guid.NewGuid():N}";
        var unfinished = Path.Combine(folder, $".{name}.tmp");
        try
        {
            DataFolder.Make(folder);
            await WriteAsync(unfinished, Encoding.UTF8.GetBytes(MimeWriter.Write(mail)));
            File.Move(unfinished, Path.Combine(folder, name + Ending));
            return new Delivered();
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(unfinished)) { File.Delete(unfinished); }
            return new ServerAway(null, trouble.Message);
        }
    }

    private static async Task WriteAsync(string path, byte[] octets)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await file.WriteAsync(octets);
        file.Flush(flushToDisk: true);
    }
}
