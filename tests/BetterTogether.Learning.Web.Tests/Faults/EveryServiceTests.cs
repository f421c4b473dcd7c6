using System.Reflection;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Mail;
using BetterTogether.Learning.Web.Features.SignIns;

namespace BetterTogether.Learning.Web.Tests.Faults;

public sealed class EveryServiceTests
{
    [Fact]
    public void Every_public_method_of_every_service_is_a_use_case_or_is_spared_for_a_reason()
    {
        var known = AllUseCases.Rows.Select(row => row.Method).Concat(AllUseCases.Spared.Keys).ToHashSet(StringComparer.Ordinal);

        var unknown = Methods().Where(m => !known.Contains(m)).ToList();

        Assert.True(unknown.Count == 0, "What if the database fails half-way? Add to the Rows of your feature's IUseCases (see Faults/UseCase.cs), or to its Spared where it only reads:\n" + string.Join('\n', unknown));
    }

    [Fact]
    public void Every_use_case_is_still_there() => Assert.Empty(AllUseCases.Rows.Select(row => row.Method).Concat(AllUseCases.Spared.Keys).Except(Methods()));

    [Fact]
    public void Each_has_a_name_of_its_own() => Assert.Empty(Writers().GroupBy(type => type.Name).Where(same => same.Count() > 1).Select(same => same.Key));

    // Given a LearningDb it is part of somebody else's decision, and breaks with that; giving neither a Task nor a Result it only reckons.
    private static bool Decides(MethodInfo method) =>
        method.GetParameters().All(p => p.ParameterType != typeof(LearningDb))
        && (typeof(Task).IsAssignableFrom(method.ReturnType) || (method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(Result<>)));

    private static IEnumerable<string> Methods() =>
        from type in Writers()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where !method.IsSpecialName && Decides(method) && (method.IsPublic || (method.IsFamily && method.Name == "RunAsync")) // the round of what comes round
        select $"{type.Name}.{method.Name}";

    // Whoever is given a unit of work writes, whatever it is called.
    private static IEnumerable<Type> Writers() =>
        from type in typeof(LearningDb).Assembly.GetTypes()
        where type is { IsClass: true, IsAbstract: false, IsNested: false } && type != typeof(UnitOfWork)
           && (type.Name.EndsWith("Service", StringComparison.Ordinal) || type.GetConstructors().Any(c => c.GetParameters().Any(p => p.ParameterType == typeof(UnitOfWork))))
        select type;
}
