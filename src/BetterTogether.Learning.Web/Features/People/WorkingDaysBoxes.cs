using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Web.Features.People;

/// <summary>The model of _WorkingDays.</summary>
/// <param name="Name">Of the form field.</param>
public sealed record WorkingDaysBoxes(string Name, string Legend, IReadOnlyCollection<WorkingDays> Chosen)
{
    public string Id => Name.Replace('.', '_');
}
