using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Features.Shared;

namespace BetterTogether.Learning.Web.Features.Sessions;

/// <summary>A session as lists show it to one viewer: one query's worth, nothing that the viewer may not see.</summary>
/// <param name="IsMasked">The viewer may count a private session, not read it.</param>
public sealed record SessionCard(
    Guid Id, SessionKind Kind, Visibility Visibility, SessionStatus Status, string Title, string? Place, bool IsOnline,
    IReadOnlyList<Period> Dates, int Capacity, int Held, int Waiting, SessionCard.Mine? My, bool IsMasked)
{
    /// <summary>The viewer's own live booking.</summary>
    public sealed record Mine(Guid Id, BookingStatus Status, int Position, DateTime? OfferedUntilUtc);

    /// <summary>The objective its viewer looks for training for; its links carry it on.</summary>
    public Guid? ForObjective { get; init; }

    public string Href => Links.Session(Id, ForObjective);
    public int PlacesFree => Waiting > 0 ? 0 : Capacity - Held;
    public Period First => Dates[0];
    public DateOnly Day => First.StartsAtUtc.ToLondonDate();
    public string Where => Place ?? (IsOnline ? "Online" : "Place to be agreed");
    public PlaceMeter Meter => new(Capacity, PlacesFree, Waiting);
    public SessionAction Action => new(this);

    public SessionCard Masked() => !IsMasked ? this : this with { Title = Invite.PrivateSummary, Place = null, IsOnline = false };
}
