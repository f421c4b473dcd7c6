using BetterTogether.Learning.Domain.Sessions;

namespace BetterTogether.Learning.Web.Tests.Architecture;

public sealed class PurityTests
{
    [Fact]
    public void The_domain_knows_the_base_library_and_nothing_else() =>
        Assert.All(typeof(Session).Assembly.GetReferencedAssemblies(), a => Assert.StartsWith("System.", a.Name, StringComparison.Ordinal));

    [Fact]
    public void The_domain_waits_for_nothing() => Assert.DoesNotContain(
        typeof(Session).Assembly.GetTypes().SelectMany(t => t.GetMethods()), m => typeof(Task).IsAssignableFrom(m.ReturnType) || m.ReturnType.Name.StartsWith("ValueTask", StringComparison.Ordinal));
}
