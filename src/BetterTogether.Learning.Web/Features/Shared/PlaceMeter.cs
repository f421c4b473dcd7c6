namespace BetterTogether.Learning.Web.Features.Shared;

/// <summary>The model of _PlaceMeter: places in all, places free, people waiting.</summary>
public sealed record PlaceMeter(int Capacity, int Free, int Waiting)
{
    public bool Full => Free <= 0;

    /// <summary>The filled part of the bar, 0 to 100.</summary>
    public int PercentTaken => Capacity <= 0 ? 100 : Math.Clamp(100 * (Capacity - Free) / Capacity, 0, 100);

    public string Words
    {
        get
        {
            var places = Full ? "Full" : $"{Free} of {Capacity} {(Capacity == 1 ? "place" : "places")} free";
            return Waiting switch
            {
                <= 0 => places,
                1 => $"{places} · 1 person waiting",
                _ => $"{places} · {Waiting} people waiting",
            };
        }
    }
}
