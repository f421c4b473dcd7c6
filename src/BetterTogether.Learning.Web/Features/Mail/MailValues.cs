using System.Text.Json;
using BetterTogether.Learning.Domain.Mail;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>A mail's properties on their way through the outbox: a JSON object of strings and nulls.</summary>
public static class MailValues
{
    public static string Write(TypedMail mail) => JsonSerializer.Serialize(mail, mail.GetType());

    public static IReadOnlyDictionary<string, string?> Read(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, string?>>(json) ?? [];

    /// <returns>Null where the row is a mail of another kind.</returns>
    public static T? Read<T>(OutboxMail mail)
        where T : TypedMail => JsonSerializer.Deserialize<T>(mail.Values) is { } typed && typed.Template == mail.Template ? typed : null;
}
