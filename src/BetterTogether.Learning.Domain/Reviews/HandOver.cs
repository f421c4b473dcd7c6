namespace BetterTogether.Learning.Domain.Reviews;

/// <summary>An open review that moved from one lead to the next. Whoever led may leave a note; they read nothing more.</summary>
public sealed class HandOver
{
    private HandOver() { }

    public HandOver(Guid id, Guid reviewId, Guid fromId, Guid toId, DateTime nowUtc) => (Id, ReviewId, FromId, ToId, AtUtc) = (id, reviewId, fromId, toId, nowUtc);

    public Guid Id { get; private set; }
    public Guid ReviewId { get; private set; }
    public Guid FromId { get; private set; }
    public Guid ToId { get; private set; }
    public DateTime AtUtc { get; private set; }
    /// <summary>For the employee and whoever leads now.</summary>
    public string? Note { get; private set; }

    public void Leave(string note) => Note = note;
}
