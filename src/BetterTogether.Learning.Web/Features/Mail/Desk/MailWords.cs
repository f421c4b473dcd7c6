using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Web.Features.Mail.Desk;

/// <summary>Mails and their states as the desk reads them.</summary>
public static class MailWords
{
    public static IReadOnlyList<(MailState State, string Words)> States { get; } =
        [(MailState.Queued, "Waiting"), (MailState.Sending, "Being sent"), (MailState.Sent, "Sent"), (MailState.Failed, "Failed"), (MailState.Expired, "Out of date"), (MailState.Stopped, "Stopped")];

    public static string Words(this MailState state) => States.First(s => s.State == state).Words;

    public static string Css(this MailState state) => state switch
    {
        MailState.Sent => "bt-tag bt-tag--done",
        MailState.Failed => "bt-tag bt-tag--trouble",
        MailState.Queued or MailState.Sending => "bt-tag bt-tag--now",
        _ => "bt-tag",
    };

    /// <summary>"bookings/place-offered-to-all" → "Bookings: place offered to all".</summary>
    public static string Kind(string template)
    {
        var words = template.Replace("/", ": ", StringComparison.Ordinal).Replace('-', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>Why it is as it is; empty where there is nothing to say.</summary>
    public static string Why(OutboxMail mail, DateTime nowUtc) => string.Join(". ", new[]
    {
        mail.State is MailState.Sent ? $"Sent {mail.SentAtUtc!.Value.Words()}" : "",
        mail.State is MailState.Queued && mail.NextAtUtc > nowUtc ? $"{(mail.LastError is null ? "Goes" : "Next try")} {mail.NextAtUtc.Words()}" : "",
        mail.State is MailState.Expired ? "What it says was over before it could go" : "",
        mail.State is MailState.Queued or MailState.Failed && mail.LastError is not null ? Answer(mail.LastCode, mail.LastError) : "",
        mail.Attempts > 1 ? $"Tried {mail.Attempts} times" : "",
    }.Where(words => words.Length > 0));

    /// <summary>What a mail server said.</summary>
    public static string Answer(int? code, string words) => code is null ? words : $"The mail server said {code}: {words}";
}
