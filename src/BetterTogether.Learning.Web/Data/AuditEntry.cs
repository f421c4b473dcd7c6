namespace BetterTogether.Learning.Web.Data;

/// <summary>Who did what to which record, when. Append-only; names of fields, never what stood in them.</summary>
/// <param name="ActorId">Null where the product itself acted: an offer that lapsed, the seeding.</param>
public sealed record AuditEntry(Guid Id, DateTime AtUtc, Guid? ActorId, string Event, Guid SubjectId, string? Fields);
