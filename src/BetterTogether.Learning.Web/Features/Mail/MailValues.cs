using System.Text.Json;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>A mail's properties on their way through the outbox: a JSON object of strings and nulls.</summary>
public static class MailValues
{
    public static string Write(TypedMail mail) => JsonSerializer.Serialize(mail, mail.GetType());

    public static IReadOnlyDictionary<string, string?> Read(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, string?>>(json) ?? [];
}
