namespace BetterTogether.Learning.Domain.Circles;

/// <summary>Lists of seat ids as values: adding what is there, or taking out what is not, gives the same list.</summary>
internal static class SeatLists
{
    public static IReadOnlyList<string> With(this IReadOnlyList<string> list, string seat) => list.Contains(seat) ? list : [.. list, seat];

    public static IReadOnlyList<string> Without(this IReadOnlyList<string> list, string seat) => list.Contains(seat) ? [.. list.Where(s => s != seat)] : list;
}
