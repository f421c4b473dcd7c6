using BetterTogether.Learning.Web.Features.Sessions;

namespace BetterTogether.Learning.Web.Features.Desk;

/// <summary>A session in the desk's list.</summary>
public sealed record DeskLine(SessionCard Session, DateOnly Today)
{
    public bool IsToday => Session.Dates.Any(d => Domain.Shared.London.ToLondonDate(d.StartsAtUtc) == Today);

    /// <summary>"4 of 12 places held · 2 people waiting"</summary>
    public string Places => $"{Session.Held} of {Session.Capacity} {(Session.Capacity == 1 ? "place" : "places")} held" + Session.Waiting switch
    {
        0 => "",
        1 => " · 1 person waiting",
        var many => $" · {many} people waiting",
    };
}
