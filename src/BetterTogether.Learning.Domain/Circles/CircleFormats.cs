using System.Text.Json;

namespace BetterTogether.Learning.Domain.Circles;

/// <summary>The formats that come with the product. The desk copies and changes them; these stay.</summary>
public static class CircleFormats
{
    private static readonly string[] Keys = ["checkIn", "listening", "leadersListening", "problemSolving", "learning"];

    public static IReadOnlyList<CircleFormat> All { get; } = [.. Keys.Select(Read)];

    public static CircleFormat? Find(string key) => All.FirstOrDefault(format => format.Key == key);

    private static CircleFormat Read(string key)
    {
        using var json = typeof(CircleFormats).Assembly.GetManifestResourceStream($"{typeof(CircleFormats).Namespace}.Formats.{key}.json")!;
        return JsonSerializer.Deserialize<CircleFormat>(json, CircleJson.Options)!;
    }
}
