namespace BetterTogether.Learning.Domain.Reviews;

public enum ReviewCommentKind
{
    /// <summary>The employee's: it blocks nothing and needs nobody's yes.</summary>
    Employee,

    /// <summary>The line manager at home, while a host leads.</summary>
    Home,
}

/// <summary>Words beside the outcome, and no part of what is confirmed. Append-only.</summary>
public sealed class ReviewComment
{
    private ReviewComment() { }

    public ReviewComment(Guid id, Guid reviewId, Guid authorId, ReviewCommentKind kind, string text, DateTime nowUtc) =>
        (Id, ReviewId, AuthorId, Kind, Text, AtUtc) = (id, reviewId, authorId, kind, text, nowUtc);

    public Guid Id { get; private set; }
    public Guid ReviewId { get; private set; }
    public Guid AuthorId { get; private set; }
    public ReviewCommentKind Kind { get; private set; }
    public string Text { get; private set; } = "";
    public DateTime AtUtc { get; private set; }
}
