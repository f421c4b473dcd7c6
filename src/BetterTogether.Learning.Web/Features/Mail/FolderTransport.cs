using System.Globalization;
using System.Text;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>
/// One .eml file a mail. Whoever watches the folder never sees half a mail: it is written under another name,
/// flushed to the disk, then renamed. Threading: safe, every mail has a name of its own.
/// </summary>
public sealed class FolderTransport(string folder) : IMailTransport
{
    public const string Ending = ".eml";

    public async Task<Delivery> SendAsync(MimeMessage mail, CancellationToken cancel)
    {
        if (!MailAddresses.IsOne(mail.To.Address))
        {
            return new AddressRefused(null, "Not one bare address");
        }

        // The time first, so that the folder lists in order; a resent mail is a second file with the same Message-ID.
        var name = $"{mail.DateUtc.ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture)}-{Guid.NewGuid():N}";
        var unfinished = Path.Combine(folder, $".{name}.tmp");
        try
        {
            Directory.CreateDirectory(folder);
            await WriteAsync(unfinished, Encoding.UTF8.GetBytes(MimeWriter.Write(mail)), cancel);
            File.Move(unfinished, Path.Combine(folder, name + Ending));
            return new Delivered();
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return new ServerAway(null, trouble.Message);
        }
    }

    private static async Task WriteAsync(string path, byte[] octets, CancellationToken cancel)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await file.WriteAsync(octets, cancel);
        file.Flush(flushToDisk: true);
    }
}
