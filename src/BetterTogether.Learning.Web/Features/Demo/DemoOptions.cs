namespace BetterTogether.Learning.Web.Features.Demo;

/// <summary>Settings <c>Demo__*</c>.</summary>
public sealed class DemoOptions
{
    /// <summary>Fills an empty database with invented people and a year's programme. A database that holds anybody is left alone.</summary>
    public bool Seed { get; set; }
}
