namespace BetterTogether.Learning.Web.Tests.Access;

/// <summary>
/// A feature's part of the table of who may do what: a class of this kind anywhere in these tests is found by itself. An endpoint
/// without a row fails, and the message tells the line to write.
/// </summary>
internal interface IAccess
{
    IEnumerable<AccessRow> Rows { get; }

    /// <summary>What stands in braces in an address or a body, by name: made for the people of the world it is given, and written as it goes into the address.</summary>
    IReadOnlyDictionary<string, Func<World, Task<string>>> Things => new Dictionary<string, Func<World, Task<string>>>();

    /// <summary>Puts many rows behind every list of the feature, and says by <see cref="World.Is"/> which of its things have them.</summary>
    Task ManyAsync(World world) => Task.CompletedTask;
}

internal static class AllAccess
{
    public static readonly IReadOnlyList<IAccess> Features =
        [.. typeof(AllAccess).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && typeof(IAccess).IsAssignableFrom(t)).Select(t => (IAccess)Activator.CreateInstance(t)!)];

    public static readonly IReadOnlyList<AccessRow> Rows = [.. Features.SelectMany(f => f.Rows)];

    public static readonly IReadOnlyDictionary<string, Func<World, Task<string>>> Things = Features.SelectMany(f => f.Things).ToDictionary(t => t.Key, t => t.Value);
}
