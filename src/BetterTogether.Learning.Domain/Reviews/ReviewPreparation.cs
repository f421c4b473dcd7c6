using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Reviews;

/// <summary>What one person wrote before the conversation: theirs alone until they share it, whoever leads then.</summary>
public sealed class ReviewPreparation
{
    private ReviewPreparation() { }

    public ReviewPreparation(Guid reviewId, Guid authorId, ReviewSide side) => (ReviewId, AuthorId, Side) = (reviewId, authorId, side);

    public Guid ReviewId { get; private set; }
    public Guid AuthorId { get; private set; }
    public ReviewSide Side { get; private set; }
    public string Text { get; private set; } = "";
    /// <summary>Counts texts, so that two windows of one person lose nothing either.</summary>
    public int Version { get; private set; }
    public DateTime? SharedAtUtc { get; private set; }

    /// <param name="version">The one the writer began from; null takes what comes.</param>
    public Result<ReviewPreparation> Write(string? text, int? version)
    {
        if (ReviewText.Checked(text, "Preparation") is var written && written.Refusal is { } wrong) { return wrong; }
        if (written.Value == Text) { return this; }
        if (version is { } from && from != Version) { return new PreparationChanged(written.Value, Text, Version); }
        Text = written.Value;
        Version++;
        return this;
    }

    public void Share(DateTime nowUtc) => SharedAtUtc ??= nowUtc;
}
