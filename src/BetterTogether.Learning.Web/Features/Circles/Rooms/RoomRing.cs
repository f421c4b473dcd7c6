using System.Globalization;
using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Web.Features.Circles.Rooms;

/// <summary>Where each place stands on the picture, and where the piece lies. A place keeps its spot from the first minute to the last.</summary>
public sealed class RoomRing
{
    public const double Middle = 280;
    public const double Radius = 205;
    private const double LargestPlace = 52;

    public RoomRing(CircleSnapshot circle)
    {
        var seats = circle.Seats.Where(s => s.Presence != Presence.Left).ToList();
        var size = Math.Min(LargestPlace, Math.PI * Radius / Math.Max(seats.Count, 1) * 0.84);
        var names = RoomNames.Shortened([.. seats.Select(s => s.Name)]);
        var most = seats.Max(s => s.SpokenMs) ?? 0;
        Places = [.. seats.Select((seat, i) => new RoomPlace(seat, names[i], 2 * Math.PI * i / seats.Count - Math.PI / 2, size, RoomPlace.StateOf(seat, circle), seat.SeatId == circle.You.SeatId, most > 0 ? 100 * (seat.SpokenMs ?? 0) / most : 0))];
        Piece = Places.FirstOrDefault(p => p.State is PlaceState.Now or PlaceState.Offered);
    }

    public IReadOnlyList<RoomPlace> Places { get; }

    /// <summary>The place the piece lies at; null: in the middle, or nowhere yet.</summary>
    public RoomPlace? Piece { get; }

    public static string Text(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}

public enum PlaceState
{
    Waiting,
    Done,
    Next,
    Offered,
    Now,
}

/// <param name="Angle">Radians, from three o'clock, clockwise.</param>
/// <param name="Share">How long they spoke beside whoever spoke longest, 0 to 100; for facilitators, else 0.</param>
public sealed record RoomPlace(SeatView Seat, string Name, double Angle, double Size, PlaceState State, bool IsYou, long Share)
{
    private const int LongName = 7;
    private const double Roomy = 45;
    private const double Tight = 34;

    public string X => RoomRing.Text(At(RoomRing.Radius, Math.Cos));
    public string Y => RoomRing.Text(At(RoomRing.Radius, Math.Sin));
    public string R => RoomRing.Text(State == PlaceState.Now ? Size * 1.2 : Size);
    public string ShareR => RoomRing.Text(Size + 8);
    public string TickX => RoomRing.Text(At(RoomRing.Radius, Math.Cos) + Size * 0.95);
    public string TickY => RoomRing.Text(At(RoomRing.Radius, Math.Sin) - Size * 0.75);
    public string PieceX => RoomRing.Text(At(RoomRing.Radius - Size * 1.2, Math.Cos));
    public string PieceY => RoomRing.Text(At(RoomRing.Radius - Size * 1.2, Math.Sin));

    public string Css => "bt-place" + State switch
    {
        PlaceState.Now => " bt-place--now",
        PlaceState.Offered => " bt-place--offered",
        PlaceState.Next => " bt-place--next",
        PlaceState.Done => " bt-place--done",
        _ => "",
    } + (Seat.Presence == Presence.Away ? " bt-place--away" : "") + (IsYou ? " bt-place--you" : "");

    public string NameCss => "bt-place__name" + (Size < Tight ? " bt-place__name--small" : Name.Length > LongName || Size < Roomy ? " bt-place__name--long" : "");

    public static PlaceState StateOf(SeatView seat, CircleSnapshot circle) =>
        seat.SeatId == circle.Floor.Holder ? PlaceState.Now
        : seat.SeatId == circle.Floor.OfferedTo ? PlaceState.Offered
        : seat.SeatId == circle.NextUp() ? PlaceState.Next
        : circle.Round.Done.Contains(seat.SeatId) ? PlaceState.Done
        : PlaceState.Waiting;

    private double At(double radius, Func<double, double> part) => RoomRing.Middle + radius * part(Angle);
}
