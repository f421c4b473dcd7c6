using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>Somebody has a seat in a circle, so that people find their circles. What the seat may do is in the circle's state.</summary>
public sealed class StoredSeat
{
    private StoredSeat() { }

    public StoredSeat(Guid circleId, Guid personId, SeatRole role) => (CircleId, PersonId, Role) = (circleId, personId, role);

    /// <summary>Those of a circle as it is now; whoever was asked to leave has none.</summary>
    public static List<StoredSeat> Of(CircleState circle) =>
        [.. circle.Seats.Where(s => s is { PersonId: not null, AskedToLeave: false }).Select(s => new StoredSeat(circle.Id, s.PersonId!.Value, s.Role))];

    public Guid CircleId { get; private set; }
    public Guid PersonId { get; private set; }
    public SeatRole Role { get; private set; }
}
