namespace BetterTogether.Learning.Web.Features.Circles.Rooms;

/// <summary>Settings <c>Circles__Safety__*</c>: what the door and the safety card tell people to do.</summary>
public sealed class SafetyOptions
{
    /// <summary>Whom a facilitator tells about a risk: a role or a team and how to reach it, never a person's name.</summary>
    public string Safeguarding { get; set; } = "the duty safeguarding manager";

    /// <summary>Numbers of help outside the circle, "name: number" with semicolons between them.</summary>
    public string Outside { get; set; } = "Emergency, somebody is in danger: 999";

    public IReadOnlyList<string> OutsideLines => Outside.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
