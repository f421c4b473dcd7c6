namespace BetterTogether.Learning.Web.Features.Mail;

public interface IMailTransport
{
    /// <returns>What became of it. Only bugs and the end of the application are thrown.</returns>
    Task<Delivery> SendAsync(MimeMessage mail, CancellationToken cancel);
}
