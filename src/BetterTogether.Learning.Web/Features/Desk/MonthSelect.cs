using BetterTogether.Learning.Domain.Sessions;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BetterTogether.Learning.Web.Features.Desk;

/// <summary>The model of _MonthSelect: a list, because not every browser has a month field.</summary>
public sealed record MonthSelect(string Name, string Label, string? Chosen, DateOnly Today)
{
    // A series that begins a year from now may still run its longest.
    private const int Listed = 12 + SeriesDetails.MostMonths;

    public string Id => TagBuilder.CreateSanitizedId(Name, "_");

    public IEnumerable<DateOnly> Months => Enumerable.Range(0, Listed).Select(new DateOnly(Today.Year, Today.Month, 1).AddMonths);
}
