using BetterTogether.Learning.Web.Tests.Hosting;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("BetterTogether.Learning.Web.Tests.Hosting." + nameof(LongestFirst), "BetterTogether.Learning.Web.Tests")]

namespace BetterTogether.Learning.Web.Tests.Hosting;

/// <summary>What takes minutes and waits much of it begins first, so that the run does not end with one of them alone.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = ["Kills.", "Faults.EveryUseCase", "RandomWalk", "OffersInTurn"];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => Array.FindIndex(Long, part => collection.DisplayName.Contains(part, StringComparison.Ordinal)) is >= 0 and var at ? at : Long.Length);
}
