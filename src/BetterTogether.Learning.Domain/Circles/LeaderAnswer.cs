using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Circles;

/// <summary>"You said, we heard, we will": after a circle in which a leader listened. The circle agrees the themes, the leader answers by a date that everybody sees.</summary>
public sealed class LeaderAnswer
{
    public const int LongestText = 4000;

    private LeaderAnswer() { }

    private LeaderAnswer(Guid circleId, Guid leaderId, string title, string youSaid, DateOnly dueOn) => (CircleId, LeaderId, Title, YouSaid, DueOn) = (circleId, leaderId, title, youSaid, dueOn);

    public Guid CircleId { get; private set; }
    public Guid LeaderId { get; private set; }
    public string Title { get; private set; } = "";
    public string YouSaid { get; private set; } = "";
    /// <summary>A London day.</summary>
    public DateOnly DueOn { get; private set; }
    public string? WeHeard { get; private set; }
    public string? WeWill { get; private set; }
    public DateTime? AnsweredAtUtc { get; private set; }

    public bool IsOverdue(DateOnly today) => AnsweredAtUtc is null && today > DueOn;

    /// <summary>The themes as the circle agreed them: a facilitator writes them down, and by when the leader answers.</summary>
    public static Result<LeaderAnswer> Ask(Guid circleId, Guid leaderId, string title, string? youSaid, DateOnly? dueOn, DateTime nowUtc)
    {
        var themes = Wording.Checked(youSaid, LongestText, "Write the themes as everybody agreed them, one a line", nameof(YouSaid));
        if (themes.Refusal is { } no) { return no; }
        if (dueOn is not { } day || day < nowUtc.ToLondonDate()) { return new Invalid("due-wrong", "Enter the day by which the answer will be there, today or later", nameof(DueOn)); }
        return new LeaderAnswer(circleId, leaderId, title, themes.Value, day);
    }

    public Result<LeaderAnswer> Answer(string? weHeard, string? weWill, DateTime nowUtc)
    {
        var heard = Wording.Checked(weHeard, LongestText, "Write what you heard", nameof(WeHeard));
        if (heard.Refusal is { } no) { return no; }
        var will = Wording.Checked(weWill, LongestText, "Write what will happen, and what will not and why", nameof(WeWill));
        if (will.Refusal is { } not) { return not; }
        (WeHeard, WeWill, AnsweredAtUtc) = (heard.Value, will.Value, AnsweredAtUtc ?? nowUtc);
        return this;
    }
}
