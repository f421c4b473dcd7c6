using System.Net.Sockets;
using System.Text;
using BetterTogether.Learning.Domain.Mail;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>SMTP by MailKit 4.17: TLS from the first octet or by STARTTLS. The message is ours to the octet; MailKit carries it.</summary>
public sealed class MailKitTransport(MailOptions options) : IMailTransport
{
    public IMailConnection Connect() => new Connection(options);

    private sealed class Connection(MailOptions options) : IMailConnection
    {
        private readonly SmtpClient client = new() { Timeout = (int)TimeSpan.FromSeconds(options.TimeoutSeconds).TotalMilliseconds };

        public async Task<Delivery> SendAsync(MimeMessage mail)
        {
            if (!Mailbox.IsAddress(mail.To.Address))
            {
                return new AddressRefused(null, "Not one bare address");
            }

            var isUsed = client.IsConnected;
            using var message = await LoadAsync(mail);
            var delivery = await TryAsync(mail, message);
            // A server may end a connection that it finds idle or used enough: only a fresh one tells whether it is away.
            return delivery is ServerAway && isUsed ? await TryAsync(mail, message) : delivery;
        }

        public async ValueTask DisposeAsync()
        {
            await CloseAsync(quit: true);
            client.Dispose();
        }

        private async Task<Delivery> TryAsync(MimeMessage mail, MimeKit.MimeMessage message)
        {
            var (step, handedOver) = (SmtpStep.Greeting, new HandedOver());
            using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(options.TimeoutSeconds));
            try
            {
                if (!client.IsConnected)
                {
                    await client.ConnectAsync(options.Smtp.Host, options.Smtp.Port, Security(options.Smtp.Security), enough.Token);
                    step = SmtpStep.SignIn;
                    if (options.Smtp.User.Length > 0)
                    {
                        await client.AuthenticateAsync(options.Smtp.User, options.Smtp.Password, enough.Token);
                    }
                }

                step = SmtpStep.Content;
                await client.SendAsync(message, new MailboxAddress(null, mail.From.Address), [new MailboxAddress(null, mail.To.Address)], enough.Token, handedOver);
                return new Delivered();
            }
            catch (SmtpCommandException e) when (client.IsConnected && step is SmtpStep.Content)
            {
                // An answer to this mail: the connection is as good as before.
                return Judge(e, step, handedOver);
            }
            catch (Exception e) when (e is CommandException or ProtocolException or AuthenticationException or SslHandshakeException or ServiceNotConnectedException
                or ServiceNotAuthenticatedException or NotSupportedException or SocketException or IOException or TimeoutException or OperationCanceledException)
            {
                await CloseAsync(quit: false);
                return Judge(e, step, handedOver);
            }
        }

        private static SecureSocketOptions Security(SmtpSecurity security) => security switch
        {
            SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
            SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
            _ => SecureSocketOptions.None,
        };

        private static async Task<MimeKit.MimeMessage> LoadAsync(MimeMessage mail)
        {
            using var octets = new MemoryStream(Encoding.UTF8.GetBytes(MimeWriter.Write(mail)));
            return await MimeKit.MimeMessage.LoadAsync(octets);
        }

        private static Delivery Judge(Exception e, SmtpStep step, HandedOver handedOver) => e switch
        {
            SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } no => SmtpAnswers.Judge(SmtpStep.Recipient, (int)no.StatusCode, no.Message),
            SmtpCommandException { ErrorCode: SmtpErrorCode.SenderNotAccepted } no => SmtpAnswers.Judge(SmtpStep.Sender, (int)no.StatusCode, no.Message),
            SmtpCommandException no => SmtpAnswers.Judge(step, (int)no.StatusCode, no.Message),
            AuthenticationException or ServiceNotAuthenticatedException => new SenderRefused(535, e.Message),
            SslHandshakeException => new SenderRefused(null, "The mail server's certificate is not trusted: " + e.Message),
            NotSupportedException => new SenderRefused(null, e.Message),
            TimeoutException or OperationCanceledException when step is SmtpStep.Greeting => new ServerAway(null, "The mail server does not answer"),
            TimeoutException or OperationCanceledException => new TryLater(null, "The mail server took too long"),
            _ when handedOver.IsSo => new TryLater(null, "The connection broke after the message was handed over"),
            _ => new ServerAway(null, e.Message),
        };

        private async Task CloseAsync(bool quit)
        {
            try
            {
                await client.DisconnectAsync(quit);
            }
            catch (Exception e) when (e is IOException or SocketException or ProtocolException or CommandException or OperationCanceledException)
            {
                // It is gone already.
            }
        }

        /// <summary>MailKit reports progress while the body goes, and so once the server has taken sender and recipient.</summary>
        private sealed class HandedOver : ITransferProgress
        {
            public bool IsSo { get; private set; }

            public void Report(long bytesTransferred, long totalSize) => IsSo = true;

            public void Report(long bytesTransferred) => IsSo = true;
        }
    }
}
