namespace BetterTogether.Learning.Web.Features.Mail;

public enum SmtpSecurity
{
    None,

    /// <summary>Required then: a server that does not offer it gets no mail.</summary>
    StartTls,

    /// <summary>From the first octet; only MailKit can.</summary>
    Tls,
}

/// <summary>Settings <c>Mail__Smtp__*</c>.</summary>
public sealed class SmtpOptions
{
    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <summary>Empty: the server knows us by our address.</summary>
    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    public string? Trouble() =>
        Host.Length is 0 ? "Mail__Transport=Smtp needs Mail__Smtp__Host, the name of the mail server"
        : Port is < 1 or > 65535 ? "Mail__Smtp__Port is between 1 and 65535"
#if !FULL_FEED
        : Security is SmtpSecurity.Tls ? "Mail__Smtp__Security=Tls needs MailKit, which this build is without: build with -p:FullFeed=true, or use StartTls (most servers offer it on port 587)"
#endif
        : null;
}
