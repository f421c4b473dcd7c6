namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>Settings <c>Circles__*</c>.</summary>
public sealed class CircleOptions
{
    /// <summary>The address that is told of a worry about somebody's safety when no facilitator has seen it, or when the sender chose somebody outside.</summary>
    public string? DutyContact { get; set; }
}
