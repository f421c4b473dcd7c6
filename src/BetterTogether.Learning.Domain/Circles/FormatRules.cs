using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Circles;

/// <summary>What a changed copy of a format must keep to.</summary>
public static class FormatRules
{
    public const int LongestTitle = 80;
    public const int LongestPrompt = 300;
    public const int LongestSummary = 500;
    public const int MostStages = 20;

    /// <summary>The same format, tidied, or the first thing that is wrong; its field names the stage: <c>Stages[2].Prompt</c>.</summary>
    public static Result<CircleFormat> Checked(CircleFormat format)
    {
        var tidy = format with
        {
            Title = Tidy(format.Title),
            Summary = Tidy(format.Summary),
            Stages = [.. format.Stages.Select(s => s with { Title = Tidy(s.Title), Prompt = Tidy(s.Prompt) })],
        };
        return (WrongWhole(tidy) ?? tidy.Stages.Select((stage, i) => WrongStage(tidy, stage, i)).FirstOrDefault(wrong => wrong is not null)) is { } no ? no : tidy;
    }

    private static Invalid? WrongWhole(CircleFormat format)
    {
        if (WrongText(format.Title, LongestTitle, "The title", nameof(format.Title)) is { } title) { return title; }
        if (format.Summary.Length > 0 && WrongText(format.Summary, LongestSummary, "The summary", nameof(format.Summary)) is { } summary) { return summary; }
        if (format.Stages.Count is 0 or > MostStages) { return new("stages-wrong", $"Enter from one to {MostStages} stages", nameof(format.Stages)); }
        return format.Stages[0].OnChoice is null ? null : new("choice-wrong", "The first stage cannot depend on a choice", Field(0, nameof(Stage.OnChoice)));
    }

    private static Invalid? WrongStage(CircleFormat format, Stage stage, int i)
    {
        var name = stage.Title.Length > 0 ? $"“{stage.Title}”" : $"stage {i + 1}";
        if (WrongText(stage.Title, LongestTitle, $"The title of stage {i + 1}", Field(i, nameof(stage.Title))) is { } title) { return title; }
        if (WrongText(stage.Prompt, LongestPrompt, $"The prompt of {name}", Field(i, nameof(stage.Prompt))) is { } prompt) { return prompt; }
        if (stage.Minutes is < 1 or > 180) { return new("minutes-wrong", $"Enter from 1 to 180 minutes for {name}", Field(i, nameof(stage.Minutes))); }
        if (stage.SilenceSeconds is < 0 or > 120) { return new("silence-wrong", $"Enter from 0 to 120 seconds of silence between turns for {name}", Field(i, nameof(stage.SilenceSeconds))); }
        if (!IsOneOf(stage.Mode) || !IsOneOf(stage.Speakers) || !IsOneOf(stage.Begins) || !IsOneOf(stage.Direction) || !IsOneOf(stage.Exit)) { return new("stage-wrong", $"Choose how {name} goes from the lists", Field(i, nameof(stage.Mode))); }
        if (stage.Mode is StageMode.BringerOnly or StageMode.Silent && stage.Speakers != Speakers.Everyone) { return new("speakers-wrong", $"{name}: this way of speaking says already who has the piece", Field(i, nameof(stage.Speakers))); }
        if (stage.Begins == Begins.Facilitator && !stage.Lets(SeatRole.Facilitator)) { return new("begins-wrong", $"{name} cannot begin with the facilitator, who has no turn in it", Field(i, nameof(stage.Begins))); }
        if (stage.Begins != Begins.NextSeat && !stage.GoesRound) { return new("begins-wrong", $"{name} does not go round the circle, so nobody begins it", Field(i, nameof(stage.Begins))); }
        return WrongChoice(format, stage, i, name);
    }

    private static Invalid? WrongChoice(CircleFormat format, Stage stage, int i, string name)
    {
        if (stage.OnChoice is GroupChoice.NothingMore) { return new("choice-wrong", $"{name}: nothing follows from “nothing more”", Field(i, nameof(stage.OnChoice))); }
        if (stage.OnChoice is not null && !format.Stages.Take(i).Any(s => s.Exit == StageExit.GroupChoice)) { return new("choice-wrong", $"No stage before {name} lets the group choose it", Field(i, nameof(stage.OnChoice))); }
        return stage.Exit == StageExit.GroupChoice && (i == format.Stages.Count - 1 || format.Stages[^1].OnChoice is not null)
            ? new("choice-wrong", "After the group's choice there must be a last stage that always comes", Field(i, nameof(stage.Exit))) : null;
    }

    private static Invalid? WrongText(string text, int longest, string label, string field) => text switch
    {
        "" => new("text-needed", $"{label} is missing", field),
        _ when text.Length > longest => new("too-long", $"{label} has {text.Length:N0} characters. Use {longest:N0} or fewer.", field),
        _ when !text.IsLine() => new("text-wrong", $"{label} must be plain text on one line", field),
        _ => null,
    };

    private static bool IsOneOf<T>(T value) where T : struct, Enum => Enum.IsDefined(value);

    private static string Field(int stage, string name) => $"{nameof(CircleFormat.Stages)}[{stage}].{name}";

    private static string Tidy(string? text) => text?.Trim() ?? "";
}
