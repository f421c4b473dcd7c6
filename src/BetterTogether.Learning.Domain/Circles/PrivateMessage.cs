namespace BetterTogether.Learning.Domain.Circles;

public enum MessageAbout
{
    /// <summary>Gone when the circle closes.</summary>
    Help,
    /// <summary>"I'm worried about someone's safety": opens a hand-over and is kept until it is marked recorded.</summary>
    Safety,
}

/// <summary>A private word. Its text is never here: a help text must not touch a disk, and this state is written with every change.</summary>
/// <param name="From">The sender's seat.</param>
public sealed record PrivateMessage(string Id, MessageAbout About, string From, DateTime SentAtUtc)
{
    /// <summary>The seats that were told, in the order in which they were.</summary>
    public IReadOnlyList<string> To { get; init; } = [];
    public bool DutyContactTold { get; init; }
    /// <summary>When it is told to the next, unless somebody has seen it by then.</summary>
    public DateTime? PassOnAtUtc { get; init; }
    public DateTime? SeenAtUtc { get; init; }
    public HandOver? HandOver { get; init; }

    internal bool IsOpen => About == MessageAbout.Safety && HandOver?.RecordedAtUtc is null;

    /// <summary>Told to the duty contact alone: no facilitator knows of it.</summary>
    internal bool IsOutside => To.Count == 0;
}

/// <summary>What became of a worry about somebody's safety: who carries it since when, whom they told, under which reference it is recorded.</summary>
/// <param name="CarriedBy">A seat; null: the duty contact, who has none.</param>
public sealed record HandOver(string? CarriedBy, DateTime SinceUtc)
{
    public string? ToldWhom { get; init; }
    public string? CaseReference { get; init; }
    public DateTime? RecordedAtUtc { get; init; }
}
