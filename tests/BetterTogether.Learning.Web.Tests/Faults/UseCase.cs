using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;

namespace BetterTogether.Learning.Web.Tests.Faults;

/// <summary>Something the product is asked to write.</summary>
/// <param name="Method">"BookingService.CancelAsync": every public method of every XService stands in a row, or among <see cref="IUseCases.Spared"/>.</param>
/// <param name="Prepare">Makes all it needs anew, at each turn: afterwards the database fails at another command.</param>
/// <param name="Case">Where a method has more rows than one.</param>
internal sealed record UseCase(string Method, Func<Workshop, Task<Attempt>> Prepare, string? Case = null)
{
    public string Name => Case is null ? Method : $"{Method}, {Case}";
}

/// <summary>One turn of a use case.</summary>
/// <param name="Ask">The call. It is made again, without a fault, after it broke. Gives its refusal, where it refused.</param>
/// <param name="Done">Whether all of it is in the database. When a turn ends without its commit nothing is.</param>
/// <param name="Mails">How many mails it makes, however often it is asked; null: as many as without a fault.</param>
internal sealed record Attempt(Func<Task<Refusal?>> Ask, Func<LearningDb, Task<bool>> Done, int? Mails)
{
    public static Attempt Of<T>(Func<Task<Result<T>>> ask, Func<LearningDb, Task<bool>> done, int? mails = null) => new(async () => (await ask()).Refusal, done, mails);

    /// <summary>Of a call that refuses nothing.</summary>
    public static Attempt Of(Func<Task> ask, Func<LearningDb, Task<bool>> done, int? mails = null) => new(async () => { await ask(); return null; }, done, mails);

    /// <summary>Asking again sends again, for it cannot know whether what it sent has come.</summary>
    public bool SendsAgain { get; init; }

    /// <summary>It commits more than once, and each commit is right by itself: after a broken turn some of it may be there.</summary>
    public bool InSteps { get; init; }
}

/// <summary>A feature's use cases: a class of this kind anywhere in these tests is found by itself.</summary>
internal interface IUseCases
{
    IEnumerable<UseCase> Rows { get; }

    /// <summary>Public methods of services without a row, each with its reason: "reads".</summary>
    IReadOnlyDictionary<string, string> Spared => new Dictionary<string, string>();
}

internal static class AllUseCases
{
    private static readonly IReadOnlyList<IUseCases> Features =
        [.. typeof(AllUseCases).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && typeof(IUseCases).IsAssignableFrom(t)).Select(t => (IUseCases)Activator.CreateInstance(t)!)];

    public static readonly IReadOnlyList<UseCase> Rows = [.. Features.SelectMany(f => f.Rows)];

    public static readonly IReadOnlyDictionary<string, string> Spared = Features.SelectMany(f => f.Spared).ToDictionary(s => s.Key, s => s.Value);
}
