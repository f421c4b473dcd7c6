using BetterTogether.Learning.Domain.Mail;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>A way for mails to leave. Threading: any thread may connect.</summary>
public interface IMailTransport
{
    /// <summary>A connection of one's own. It connects with its first mail, and again by itself after trouble.</summary>
    IMailConnection Connect();
}

/// <summary>Threading: one mail at a time.</summary>
public interface IMailConnection : IAsyncDisposable
{
    /// <returns>What became of it. Only bugs are thrown.</returns>
    Task<Delivery> SendAsync(MimeMessage mail);
}
