namespace BetterTogether.Learning.Web.Features.Circles.Rooms;

/// <summary>Names for small places on the ring: first names, with as much of the next as tells two of the same name apart.</summary>
public static class RoomNames
{
    private const int Longest = 10;

    public static IReadOnlyList<string> Shortened(IReadOnlyList<string> names)
    {
        var firsts = names.Select(First).ToList();
        return [.. names.Select((name, i) => Fit(firsts.Count(f => f == firsts[i]) > 1 && Initial(name) is { } initial ? $"{firsts[i]} {initial}" : firsts[i]))];
    }

    public static string First(string name) => name.Split(' ', 2)[0];

    private static string? Initial(string name) => name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, .., var last] ? last[..1] : null;

    private static string Fit(string name) => name.Length <= Longest ? name : name[..(Longest - 1)] + "…";
}
