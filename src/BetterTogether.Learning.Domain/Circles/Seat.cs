using System.Text.Json.Serialization;

namespace BetterTogether.Learning.Domain.Circles;

/// <summary>A place in the circle. It belongs to a person, not to a connection: two tabs are one seat.</summary>
public sealed record Seat(string Id, string Name, SeatRole Role) : WrittenOnce
{
    /// <summary>Null for somebody who shares a screen.</summary>
    public Guid? PersonId { get; init; }
    public string? Pronouns { get; init; }
    /// <summary>Whose support this is; null for every other role.</summary>
    public string? Supports { get; init; }
    /// <summary>Line manager of somebody else in this circle.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ManagesSomebodyHere { get; init; }
    /// <summary>Everybody above them in the directory, nearest first, where a leader listens; else null.</summary>
    public IReadOnlyList<Guid>? Above { get; init; }
    public Presence Presence { get; init; }
    public int? AgreedVersion { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool SteppedOut { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AskedToLeave { get; init; }
    /// <summary>Was here while the circle ran: for the register, told once at the end and then forgotten.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool TookPart { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Turns { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long SpokenMs { get; init; }
    /// <summary>The last command ids of this person that changed something, oldest first.</summary>
    public IReadOnlyList<string> Applied { get; init; } = [];

    internal SeatKind Kind => PersonId is null ? SeatKind.InPerson : SeatKind.Person;
    internal bool Facilitates => Role is SeatRole.Facilitator or SeatRole.CoFacilitator;
    internal bool HasAgreed => AgreedVersion is not null;
    internal bool IsHere => Presence == Presence.Here;
}
