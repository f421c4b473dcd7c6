using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Circles;

/// <summary>A question of the bank that a check-in draws from: light, open, answerable by anybody.</summary>
public sealed class CheckInQuestion
{
    public const int LongestText = 200;

    private CheckInQuestion() { }

    private CheckInQuestion(Guid id, string text) => (Id, Text) = (id, text);

    public Guid Id { get; private set; }
    public string Text { get; private set; } = "";
    /// <summary>Put away: no longer drawn.</summary>
    public bool Away { get; private set; }

    public static Result<CheckInQuestion> Add(string? text, DateTime nowUtc)
    {
        var words = Wording.Checked(text, LongestText, "Write the question", nameof(Text));
        return words.Refusal is { } no ? no : words.Value.IsLine() ? new CheckInQuestion(Ids.New(nowUtc), words.Value) : new Invalid("text-wrong", "Write the question on one line", nameof(Text));
    }

    public void PutAway(bool away) => Away = away;

    /// <summary>What the bank begins with.</summary>
    public static IReadOnlyList<string> Starters { get; } =
    [
        "What has gone well since we last met?",
        "What is the weather like inside you today?",
        "Who helped you this week, and how?",
        "What would you like to leave outside the door?",
        "Which small thing made you smile lately?",
        "What do you need from us in the next hour?",
        "What have you learnt from a child or a family recently?",
        "Where would you be if today were a day off?",
        "Which song would be the sound of your week?",
        "What are you looking forward to?",
        "Which strength of a colleague did you notice this week?",
        "What gives you energy when the day is long?",
    ];
}
