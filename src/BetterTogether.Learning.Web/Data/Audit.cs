using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Web.Data;

public static class Audit
{
    /// <summary>A line of the audit trail, in the same save as what it tells.</summary>
    /// <param name="what">Kebab-case: "booking-cancelled".</param>
    /// <param name="fields">Names of fields that changed; never their content.</param>
    public static void Record(this LearningDb db, DateTime nowUtc, Guid? actorId, string what, Guid subjectId, string? fields = null) =>
        db.Add(new AuditEntry(Ids.New(nowUtc), nowUtc, actorId, what, subjectId, fields));
}
