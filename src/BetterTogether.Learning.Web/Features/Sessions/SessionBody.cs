using System.Text.Json;
using System.Text.Json.Nodes;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Hosting;

namespace BetterTogether.Learning.Web.Features.Sessions;

/// <summary>A session as the API takes it in. Read-only fields of the answer may be sent back and are ignored.</summary>
/// <param name="Dates">One or more dates; <paramref name="StartsAtUtc"/> and <paramref name="EndsAtUtc"/> may stand in for one.</param>
/// <param name="Status">draft, or published when absent.</param>
/// <param name="Tags">A list of words.</param>
public sealed record SessionBody(
    string? Title = null, SessionKind? Kind = null, Visibility? Visibility = null, DateTime? StartsAtUtc = null, DateTime? EndsAtUtc = null, IReadOnlyList<Period>? Dates = null,
    string? Place = null, string? JoinUrl = null, int? Capacity = null, SessionStatus? Status = null, string? Description = null, string? Audience = null, string? Prerequisites = null,
    IReadOnlyList<string>? Tags = null, string? CostCode = null, int? DatesToComplete = null, IReadOnlyList<Guid>? Trainers = null, string? OutsideTrainers = null)
{
    public static Invalid UnknownKind { get; } = new("kind-unknown", "The kind is one of learningWednesday, directWork, restorativeFacilitator, circle and course", "kind");

    /// <summary>What it asks for, or which field is missing.</summary>
    public Result<SessionDetails> ToDetails()
    {
        var dates = Dates ?? (StartsAtUtc is { } start && EndsAtUtc is { } end ? [new Period(start, end)] : []);
        if (Kind is null) { return UnknownKind; }
        if (Capacity is null) { return new Invalid("capacity-missing", "Say how many places there are", "capacity"); }
        if (dates.Count == 0) { return new Invalid("dates-missing", "Give startsAtUtc and endsAtUtc, or dates", "dates"); }
        return new SessionDetails(
            Kind.Value, Title ?? "", Capacity.Value, dates, Visibility ?? Domain.Sessions.Visibility.Open, Description, Audience, Prerequisites, Place, JoinUrl,
            Trainers, OutsideTrainers, Tags is null ? null : string.Join(',', Tags), CostCode, DatesToComplete);
    }

    /// <summary>A merge patch (RFC 7396) over the session as it is: absent is unchanged, null clears.</summary>
    public static SessionBody Patched(Session session, JsonObject patch)
    {
        var now = session.Details;
        var body = JsonSerializer.SerializeToNode(new SessionBody(
            now.Title, now.Kind, now.Visibility, null, null, now.Dates, now.Place, now.JoinUrl, now.Capacity, null, now.Description, now.Audience, now.Prerequisites,
            now.Tags?.Split(", "), now.CostCode, now.DatesToComplete, now.Trainers, now.OutsideTrainers), JsonSetup.Options)!.AsObject();
        foreach (var (name, value) in patch) { body[JsonNamingPolicy.CamelCase.ConvertName(name)] = value?.DeepClone(); }
        // A single new start or end moves the one date that there is.
        if (!patch.ContainsKey("dates") && now.Dates.Count == 1 && (patch.ContainsKey("startsAtUtc") || patch.ContainsKey("endsAtUtc")))
        {
            body.Remove("dates");
            foreach (var (name, time) in new[] { ("startsAtUtc", now.Dates[0].StartsAtUtc), ("endsAtUtc", now.Dates[0].EndsAtUtc) })
            {
                body[name] ??= JsonSerializer.SerializeToNode(time, JsonSetup.Options);
            }
        }
        return body.Deserialize<SessionBody>(JsonSetup.Options)!;
    }
}
