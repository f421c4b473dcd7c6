using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>The button into a circle, wherever circles are listed.</summary>
/// <param name="IsOpen">Its people gather, or are there; before, one may look in.</param>
public sealed record WayIn(string Href, string Title, bool IsOpen)
{
    public string Words => IsOpen ? "Go in" : "Look in";

    /// <param name="status">Null where it is not planned yet: that does whoever comes first.</param>
    /// <returns>Null where it is over, or its time has passed and it did not begin.</returns>
    public static WayIn? Into(CircleStatus? status, Period when, string href, string title, DateTime nowUtc) =>
        (status ?? CircleStatus.Draft) is var now && now.IsOver(when, nowUtc) ? null : new(href, title, now != CircleStatus.Draft);
}
