using System.Security.Cryptography;
using System.Text;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>
/// The whole mail as MIME. The calendar comes last and is neither attachment nor download (no Content-Disposition,
/// no Content-ID): so Outlook, Gmail and Apple Mail all take it for an invite.
/// </summary>
public static class MimeWriter
{
    /// <exception cref="ArgumentException">An address or the Message-ID is not fit for a header.</exception>
    public static string Write(MimeMessage mail)
    {
        var boundary = Boundary(mail.MessageId);
        return string.Concat(
            MimeHeaders.Fixed("Message-ID", mail.MessageId),
            MimeHeaders.Fixed("Date", MimeHeaders.Date(mail.DateUtc)),
            MimeHeaders.Address("From", mail.From),
            MimeHeaders.Address("To", mail.To),
            MimeHeaders.Text("Subject", mail.Content.Subject),
            MimeHeaders.Fixed("Auto-Submitted", "auto-generated"),
            MimeHeaders.Fixed("X-Auto-Response-Suppress", mail.SuppressReplies),
            MimeHeaders.Fixed("MIME-Version", "1.0"),
            $"Content-Type: multipart/alternative;\r\n boundary=\"{boundary}\"\r\n\r\n",
            Part(boundary, "text/plain; charset=UTF-8", "quoted-printable", QuotedPrintable.Encode(mail.Content.Text)),
            Part(boundary, "text/html; charset=UTF-8", "quoted-printable", QuotedPrintable.Encode(mail.Content.Html)),
            mail.Calendar is { } calendar ? Part(boundary, calendar.ContentType, "base64", Base64(calendar.Content)) : "",
            $"--{boundary}--\r\n");
    }

    private static string Part(string boundary, string contentType, string encoding, string content) => string.Concat(
        $"--{boundary}\r\n",
        MimeHeaders.Fixed("Content-Type", contentType),
        MimeHeaders.Fixed("Content-Transfer-Encoding", encoding),
        "\r\n",
        content,
        "\r\n");

    // "=_" cannot occur in quoted-printable or base64, so no body can contain the boundary.
    private static string Boundary(string messageId) =>
        "=_bt_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(messageId)))[..24];

    private static string Base64(string content) => Convert.ToBase64String(Encoding.UTF8.GetBytes(content), Base64FormattingOptions.InsertLineBreaks);
}
