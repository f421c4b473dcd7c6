namespace BetterTogether.Learning.Domain.Mail;

/// <summary>How far a conversation with the mail server had come.</summary>
public enum SmtpStep
{
    Greeting,
    SignIn,
    Sender,
    Recipient,
    Content,
}

/// <summary>Whose trouble an SMTP answer is: the server's, ours, the address's or the mail's own (RFC 5321, section 4.2).</summary>
public static class SmtpAnswers
{
    /// <summary>Exchange lets everybody begin, and says only after the content that we may not send as this sender.</summary>
    private const string MayNotSendAs = "5.7.60";

    /// <param name="code">The three digits; 2xx and 3xx are no trouble and are not asked about.</param>
    /// <param name="words">What stands behind them.</param>
    public static Delivery Judge(SmtpStep step, int code, string words) => (step, code) switch
    {
        (_, 421) or (SmtpStep.Greeting, < 500) => new ServerAway(code, words),
        (_, 530 or 534 or 535 or 538) => new SenderRefused(code, words), // a sign-in is wanted, or was refused (RFC 4954)
        (SmtpStep.SignIn, < 500) => new ServerAway(code, words), // 454: it cannot look up our password just now
        (_, < 500) => new TryLater(code, words),
        (SmtpStep.Greeting or SmtpStep.SignIn or SmtpStep.Sender, _) => new SenderRefused(code, words),
        (SmtpStep.Recipient, _) when IsAboutRelaying(words) => new SenderRefused(code, words),
        (SmtpStep.Recipient, _) => new AddressRefused(code, words),
        _ when words.Contains(MayNotSendAs, StringComparison.Ordinal) => new SenderRefused(code, words),
        _ => new MailRefused(code, words),
    };

    // "Relay access denied", "unable to relay": the server does not know us. Nobody's address is wrong.
    private static bool IsAboutRelaying(string words) => words.Contains("relay", StringComparison.OrdinalIgnoreCase);
}
