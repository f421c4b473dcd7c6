using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Web.Features.Desk;

/// <summary>The register of one date.</summary>
public sealed record RegisterView(ManageSessionModel Page, SessionDate Date)
{
    public DateOnly Day => Date.StartsAtUtc.ToLondonDate();
    public string Machine => Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    public string Address => $"{Links.DeskSession(Page.Session.Id)}?handler=Register&date={Machine}";
}
