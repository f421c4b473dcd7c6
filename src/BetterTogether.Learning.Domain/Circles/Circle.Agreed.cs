using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Circles;

/// <summary>What the group agrees: actions, and how we will be together.</summary>
public sealed partial class Circle
{
    private Refusal? Agree(CircleCommand.Action action)
    {
        if (Wrong(action.Text, 300, nameof(action.Text)) is { } no) { return no; }
        if (Find(action.Owner) is null || (action.ChecksIn is { } asks && Find(asks) is null)) { return new SeatNotFound(); }
        var today = nowUtc.ToLondonDate();
        if (action.Due < today || action.Due > today.AddYears(2)) { return new DueWrong(); }
        var agreed = new CircleAction(NextNumber(), action.Text.Trim(), action.Owner, action.Due, action.ChecksIn);
        state = state with { Actions = [.. state.Actions, agreed] };
        return null;
    }

    private Refusal? Agree(string line)
    {
        if (Wrong(line, 300, nameof(CircleCommand.AddAgreement.Text)) is { } no) { return no; }
        state = state with { Together = [.. state.Together, line.Trim()] };
        return null;
    }

    private static Refusal? Wrong(string? text, int most, string field) =>
        string.IsNullOrWhiteSpace(text) ? new TextNeeded(field) : text.Length > most ? new TextTooLong(most, field) : text.IsText() ? null : new CommandWrong();

    private static bool IsWords(string? text, int most) => Wrong(text, most, "") is null;

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
