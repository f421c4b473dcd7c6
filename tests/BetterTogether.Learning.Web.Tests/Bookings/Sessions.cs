using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Features.Sessions;

namespace BetterTogether.Learning.Web.Tests.Bookings;

/// <summary>What the desk sends to plan a session.</summary>
internal static class Sessions
{
    public static SessionBody Body(string title = "Life story work", int capacity = 10) => new(
        Title: title, Kind: SessionKind.DirectWork, StartsAtUtc: A.Start, EndsAtUtc: A.Start.AddMinutes(90), Place: "Room 2, Town Hall", Capacity: capacity);
}
