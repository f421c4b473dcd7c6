using System.Globalization;

namespace BetterTogether.Learning.Web.Features.Shared;

/// <summary>The model of _DateTile. <paramref name="Date"/> is a London day.</summary>
public sealed record DateTile(DateOnly Date)
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public string Weekday => Date.ToString("ddd", British);
    public string Day => Date.ToString("%d", British);
    public string Month => Date.ToString("MMM", British);
    public string InWords => Date.ToString("dddd d MMMM yyyy", British);
    public string Machine => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
