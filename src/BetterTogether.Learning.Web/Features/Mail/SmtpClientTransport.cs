using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using BetterTogether.Learning.Domain.Mail;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>
/// SMTP by System.Net.Mail, where the package feed has no MailKit. It says what went wrong, but not when: the body is
/// read only once the server has taken sender and recipient, and that tells a sender it refuses from a message it refuses.
/// </summary>
public sealed class SmtpClientTransport(MailOptions options) : IMailTransport
{
    public IMailConnection Connect() => new Connection(options);

    private sealed class Connection(MailOptions options) : IMailConnection
    {
        private static readonly TimeSpan Knock = TimeSpan.FromSeconds(5);

        private SmtpClient? client;

        public async Task<Delivery> SendAsync(MimeMessage mail)
        {
            if (!Mailbox.IsAddress(mail.To.Address))
            {
                return new AddressRefused(null, "Not one bare address");
            }

            var isUsed = client is not null;
            var (delivery, isHandedOver) = await TryAsync(mail);
            // A server may end a connection that it finds idle or used enough: only a fresh one tells whether it is away.
            return delivery is ServerAway && isUsed && !isHandedOver ? (await TryAsync(mail)).Delivery : delivery;
        }

        public ValueTask DisposeAsync()
        {
            Close();
            return ValueTask.CompletedTask;
        }

        private async Task<(Delivery Delivery, bool IsHandedOver)> TryAsync(MimeMessage mail)
        {
            var isHandedOver = false;
            using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(options.TimeoutSeconds));
            try
            {
                using var message = SystemMail.From(mail, () => isHandedOver = true);
                client ??= Open();
                await client.SendMailAsync(message, enough.Token);
                return (new Delivered(), true);
            }
            catch (FormatException e)
            {
                return (new AddressRefused(null, e.Message), false);
            }
            catch (Exception e) when (enough.IsCancellationRequested && e is (OperationCanceledException or SmtpException { StatusCode: SmtpStatusCode.GeneralFailure } or IOException or SocketException))
            {
                Close();
                return (isHandedOver || await IsThereAsync() ? new TryLater(null, "The mail server took too long") : new ServerAway(null, "The mail server does not answer"), isHandedOver);
            }
            catch (Exception e) when (e is SmtpException or IOException or SocketException or AuthenticationException)
            {
                Close();
                return (Judge(e as SmtpException ?? new SmtpException(e.Message, e), isHandedOver), isHandedOver);
            }
        }

        private SmtpClient Open() => new(options.Smtp.Host, options.Smtp.Port)
        {
            EnableSsl = options.Smtp.Security is SmtpSecurity.StartTls,
            // The answer to the message heeds no token; a little later, so that the token speaks first where both would.
            Timeout = (int)TimeSpan.FromSeconds(options.TimeoutSeconds + 1).TotalMilliseconds,
            Credentials = options.Smtp.User.Length > 0 ? new NetworkCredential(options.Smtp.User, options.Smtp.Password) : null,
        };

        private void Close()
        {
            client?.Dispose();
            client = null;
        }

        private Delivery Judge(SmtpException e, bool isHandedOver) => e switch
        {
            SmtpFailedRecipientException => SmtpAnswers.Judge(SmtpStep.Recipient, (int)e.StatusCode, e.Message),
            { StatusCode: not SmtpStatusCode.GeneralFailure } => SmtpAnswers.Judge(isHandedOver ? SmtpStep.Content : SmtpStep.Sender, (int)e.StatusCode, e.Message),
            { InnerException: AuthenticationException } => new SenderRefused(null, "The mail server's certificate is not trusted: " + e.InnerException.Message),
            _ when isHandedOver => new TryLater(null, "The connection broke after the message was handed over"),
            { InnerException: null } when options.Smtp.Security is SmtpSecurity.StartTls => new SenderRefused(null, "The mail server offers no STARTTLS, which Mail__Smtp__Security asks for"),
            _ => new ServerAway(null, (e.InnerException ?? e).Message),
        };

        private async Task<bool> IsThereAsync()
        {
            using var socket = new TcpClient();
            using var enough = new CancellationTokenSource(Knock);
            try
            {
                await socket.ConnectAsync(options.Smtp.Host, options.Smtp.Port, enough.Token);
                return true;
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException)
            {
                return false;
            }
        }
    }
}
