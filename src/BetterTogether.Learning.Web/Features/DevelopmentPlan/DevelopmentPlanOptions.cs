namespace BetterTogether.Learning.Web.Features.DevelopmentPlan;

/// <summary>Settings <c>DevelopmentPlan__*</c>: where people find what no objective should have to ask for.</summary>
public sealed class DevelopmentPlanOptions
{
    /// <summary>The council's page on adjustments at work.</summary>
    public string? AdjustmentsUrl { get; set; }

    /// <summary>The council's page on support for staff, counselling included.</summary>
    public string? SupportUrl { get; set; }
}
