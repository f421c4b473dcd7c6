namespace BetterTogether.Learning.Domain.Objectives;

/// <summary>A line of an objective's history: written once, never changed, in the order of its number.</summary>
public sealed class ObjectiveEntry
{
    private ObjectiveEntry() { }

    public Guid ObjectiveId { get; private set; }
    /// <summary>1, 2, 3… within the objective.</summary>
    public int Number { get; private set; }
    public EntryKind Kind { get; private set; }
    /// <summary>How the objective stood from then on.</summary>
    public ObjectiveStatus Status { get; private set; }
    public string Text { get; private set; } = "";
    public string? Url { get; private set; }
    /// <summary>The London day it is about: of a note the day it was written, of something done the day it happened.</summary>
    public DateOnly On { get; private set; }
    /// <summary>The session it came from; at most once an objective.</summary>
    public Guid? SourceId { get; private set; }
    public Guid ById { get; private set; }
    public DateTime AtUtc { get; private set; }

    public bool IsEvidence => Kind is EntryKind.AttendedSession or EntryKind.FacilitatedSession or EntryKind.AgreedAction or EntryKind.Reflection or EntryKind.Link;

    internal static ObjectiveEntry Of(Objective objective, int number, EntryKind kind, string text, DateOnly on, Guid byId, DateTime nowUtc, string? url = null, Guid? sourceId = null) => new()
    {
        ObjectiveId = objective.Id,
        Number = number,
        Kind = kind,
        Status = objective.Status,
        Text = text,
        Url = url,
        On = on,
        SourceId = sourceId,
        ById = byId,
        AtUtc = nowUtc,
    };
}
