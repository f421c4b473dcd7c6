using System.Text.Json;
using System.Text.Json.Serialization;
using BetterTogether.Learning.Domain.Calendars;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>An invite on its way through the outbox.</summary>
public static class InviteJson
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() }, IgnoreReadOnlyProperties = true };

    public static string Write(Invite invite) => JsonSerializer.Serialize(invite, Options);

    public static Invite Read(string json) =>
        JsonSerializer.Deserialize<Invite>(json, Options) ?? throw new JsonException("No invite");
}
