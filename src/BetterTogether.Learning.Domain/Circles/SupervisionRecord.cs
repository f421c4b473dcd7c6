using System.Text.RegularExpressions;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Circles;

/// <summary>
/// What group supervision of work with a child leaves behind until the bringer of the question has copied it to the child's record: initials only, and
/// deleted here the moment it is ticked as recorded. The child's record is the one place for it.
/// </summary>
public sealed partial class SupervisionRecord
{
    public const int LongestText = 4000;

    private SupervisionRecord() { }

    private SupervisionRecord(Guid circleId, Guid bringerId, DateTime nowUtc) => (CircleId, BringerId, MadeAtUtc) = (circleId, bringerId, nowUtc);

    public Guid CircleId { get; private set; }
    public Guid BringerId { get; private set; }
    public DateTime MadeAtUtc { get; private set; }
    /// <summary>Initials with commas between them: "AB, CD, EF".</summary>
    public string Present { get; private set; } = "";
    public string Hypotheses { get; private set; } = "";
    public string Decisions { get; private set; } = "";
    public string Actions { get; private set; } = "";

    /// <summary>The next working day: by then it belongs in the child's record.</summary>
    public DateOnly CopyBy => NextWorkingDay(MadeAtUtc.ToLondonDate());

    public static Result<SupervisionRecord> Make(Guid circleId, Guid bringerId, RecordText text, DateTime nowUtc) =>
        new SupervisionRecord(circleId, bringerId, nowUtc).Change(text);

    public Result<SupervisionRecord> Change(RecordText text)
    {
        var present = (text.Present ?? "").Trim().ToUpperInvariant();
        if (!Initials().IsMatch(present)) { return new Invalid("initials-only", "Enter initials only, with commas between them, like AB, CD", nameof(Present)); }
        var hypotheses = Wording.Checked(text.Hypotheses, LongestText, "Write what might be going on, as the circle saw it", nameof(Hypotheses));
        if (hypotheses.Refusal is { } no) { return no; }
        var decisions = Wording.Checked(text.Decisions, LongestText, null, nameof(Decisions));
        if (decisions.Refusal is { } not) { return not; }
        var actions = Wording.Checked(text.Actions, LongestText, null, nameof(Actions));
        if (actions.Refusal is { } nor) { return nor; }
        (Present, Hypotheses, Decisions, Actions) = (present, hypotheses.Value, decisions.Value, actions.Value);
        return this;
    }

    private static DateOnly NextWorkingDay(DateOnly day)
    {
        do { day = day.AddDays(1); } while (!day.IsWorkingDay());
        return day;
    }

    [GeneratedRegex(@"^\p{Lu}{1,4}(\s*,\s*\p{Lu}{1,4})*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Initials();
}

/// <summary>The record as typed.</summary>
public sealed record RecordText(string? Present, string? Hypotheses, string? Decisions, string? Actions);
