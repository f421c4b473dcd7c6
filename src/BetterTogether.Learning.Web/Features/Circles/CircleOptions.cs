using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Web.Features.Circles.Rooms;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>Settings <c>Circles__*</c>.</summary>
public sealed class CircleOptions
{
    /// <summary>The address that is told of a worry about somebody's safety when no facilitator has seen it, or when the sender chose somebody outside.</summary>
    public string? DutyContact { get; set; }

    public SafetyOptions Safety { get; set; } = new();

    /// <summary>As the directory writes it; empty where there is none.</summary>
    public string DutyAddress => PersonDetails.TidyEmail(DutyContact);

    /// <summary>Whether somebody outside of a circle can be told from it.</summary>
    public bool ReachesOutside => DutyAddress.Length > 0;
}
