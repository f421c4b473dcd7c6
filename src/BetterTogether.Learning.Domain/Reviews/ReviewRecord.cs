namespace BetterTogether.Learning.Domain.Reviews;

/// <summary>What both confirmed, once: it stays when the review is reopened, with who reopened it and why.</summary>
public sealed class ReviewRecord
{
    private ReviewRecord() { }

    public ReviewRecord(Guid id, Review review) =>
        (Id, ReviewId, Version, Outcome, HeldOn, ContentHash, CompletedAtUtc) = (id, review.Id, review.Version, review.Outcome, review.HeldOn!.Value, review.ContentHash!, review.CompletedAtUtc!.Value);

    public Guid Id { get; private set; }
    public Guid ReviewId { get; private set; }
    public int Version { get; private set; }
    public string Outcome { get; private set; } = "";
    public DateOnly HeldOn { get; private set; }
    public string ContentHash { get; private set; } = "";
    public DateTime CompletedAtUtc { get; private set; }
    public DateTime? ReopenedAtUtc { get; private set; }
    public Guid? ReopenedById { get; private set; }
    public string? Reason { get; private set; }

    public void Reopened(Guid byId, string reason, DateTime nowUtc) => (ReopenedById, Reason, ReopenedAtUtc) = (byId, reason, nowUtc);
}
