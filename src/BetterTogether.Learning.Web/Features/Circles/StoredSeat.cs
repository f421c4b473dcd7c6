using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>Somebody has a seat in a circle, so that people find their circles. What the seat may do is in the circle's state.</summary>
public sealed class StoredSeat
{
    private StoredSeat() { }

    public StoredSeat(Guid circleId, Guid personId, SeatRole role) => (CircleId, PersonId, Role) = (circleId, personId, role);

    public Guid CircleId { get; private set; }
    public Guid PersonId { get; private set; }
    public SeatRole Role { get; private set; }
}
