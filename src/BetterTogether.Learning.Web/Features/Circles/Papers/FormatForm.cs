using System.Globalization;
using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Web.Features.Circles.Papers;

/// <summary>A format as typed; what cannot be read stays as it was typed.</summary>
public sealed class FormatForm
{
    public string? Title { get; set; }
    public string? Summary { get; set; }
    public bool GroupSupervision { get; set; }
    public List<StageForm> Stages { get; set; } = [];

    public static FormatForm From(CircleFormat format) => new()
    {
        Title = format.Title,
        Summary = format.Summary,
        GroupSupervision = format.GroupSupervision,
        Stages = [.. format.Stages.Select(StageForm.From)],
    };

    public CircleFormat Read(string key) => new(key, Title ?? "", Summary ?? "", [.. Stages.Select(s => s.Read())], GroupSupervision);
}

/// <summary>One part of the script. What the page does not show comes along hidden, so that a part that moves keeps it.</summary>
public sealed class StageForm
{
    public string? Title { get; set; }
    public string? Prompt { get; set; }
    public StageMode Mode { get; set; }
    public string? Minutes { get; set; }
    public Speakers Speakers { get; set; }
    public Begins Begins { get; set; }
    public Direction Direction { get; set; }
    public bool ManagersLast { get; set; }
    public int SilenceSeconds { get; set; }
    public StageExit Exit { get; set; }
    public GroupChoice? OnChoice { get; set; }

    public static StageForm From(Stage stage) => new()
    {
        Title = stage.Title,
        Prompt = stage.Prompt,
        Mode = stage.Mode,
        Minutes = stage.Minutes.ToString(CultureInfo.InvariantCulture),
        Speakers = stage.Speakers,
        Begins = stage.Begins,
        Direction = stage.Direction,
        ManagersLast = stage.ManagersLast,
        SilenceSeconds = stage.SilenceSeconds,
        Exit = stage.Exit,
        OnChoice = stage.OnChoice,
    };

    // Zero minutes where it is no number: the rules then say what to enter.
    public Stage Read() => new(Title ?? "", Prompt ?? "", Mode, int.TryParse(Minutes?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : 0)
    {
        Speakers = Speakers,
        Begins = Begins,
        Direction = Direction,
        ManagersLast = ManagersLast,
        SilenceSeconds = SilenceSeconds,
        Exit = Exit,
        OnChoice = OnChoice,
    };
}
