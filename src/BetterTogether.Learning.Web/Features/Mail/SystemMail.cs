using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>Our message as System.Net.Mail sends it: three alternatives in our order, with our Message-ID and our method.</summary>
internal static class SystemMail
{
    /// <param name="handedOver">Called when the body is read for the first time.</param>
    /// <exception cref="FormatException">System.Net.Mail does not take the address.</exception>
    public static MailMessage From(MimeMessage mail, Action handedOver)
    {
        var message = new MailMessage(new MailAddress(mail.From.Address, mail.From.Name, Encoding.UTF8), new MailAddress(mail.To.Address, MimeHeaders.OneLine(mail.To.Name), Encoding.UTF8))
        {
            Subject = MimeHeaders.OneLine(mail.Content.Subject),
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            Headers =
            {
                ["Message-ID"] = mail.MessageId,
                ["Date"] = MimeHeaders.Date(mail.DateUtc),
                ["Auto-Submitted"] = "auto-generated",
                ["X-Auto-Response-Suppress"] = mail.SuppressReplies,
            },
        };
        message.AlternateViews.Add(Part(mail.Content.Text, "text/plain; charset=UTF-8", TransferEncoding.QuotedPrintable, handedOver));
        message.AlternateViews.Add(Part(mail.Content.Html, "text/html; charset=UTF-8", TransferEncoding.QuotedPrintable, handedOver));
        if (mail.Calendar is { } calendar)
        {
            message.AlternateViews.Add(Part(calendar.Content, calendar.ContentType, TransferEncoding.Base64, handedOver));
        }

        return message;
    }

    private static AlternateView Part(string content, string type, TransferEncoding encoding, Action handedOver) =>
        new(new Watched(Encoding.UTF8.GetBytes(content), handedOver), new ContentType(type)) { TransferEncoding = encoding };

    private sealed class Watched(byte[] octets, Action read) : MemoryStream(octets, writable: false)
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            read();
            return base.Read(buffer, offset, count);
        }

        public override int Read(Span<byte> buffer)
        {
            read();
            return base.Read(buffer);
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            read();
            return base.ReadAsync(buffer, offset, count, cancellationToken);
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            read();
            return base.ReadAsync(buffer, cancellationToken);
        }
    }
}
