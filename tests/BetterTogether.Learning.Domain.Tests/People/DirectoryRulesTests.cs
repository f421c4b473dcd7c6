using BetterTogether.Learning.Domain.People;

namespace BetterTogether.Learning.Domain.Tests.People;

public sealed class DirectoryRulesTests
{
    private static readonly Guid Ann = A.PersonId(), Bea = A.PersonId(), Cem = A.PersonId();

    [Fact]
    public void Nobody_manages_themselves() => Assert.True(DirectoryRules.ClosesCircle(Ann, Ann, new Dictionary<Guid, Guid>()));

    [Fact]
    public void Nobody_stands_above_themselves_through_others() =>
        Assert.True(DirectoryRules.ClosesCircle(Ann, Cem, new Dictionary<Guid, Guid> { [Cem] = Bea, [Bea] = Ann }));

    [Fact]
    public void A_line_that_ends_is_fine() => Assert.False(DirectoryRules.ClosesCircle(Ann, Cem, new Dictionary<Guid, Guid> { [Cem] = Bea }));

    [Fact]
    public void A_circle_among_others_is_walked_once_and_left() =>
        Assert.False(DirectoryRules.ClosesCircle(Ann, Cem, new Dictionary<Guid, Guid> { [Cem] = Bea, [Bea] = Cem }));

    [Theory]
    [InlineData(Roles.Administrator, null, false)]
    [InlineData(Roles.Administrator, "2026-07-02", false)]
    [InlineData(Roles.Administrator, "2026-07-01", true)] // it is the 2nd in London: the other one has left
    [InlineData(Roles.LearningDesk, null, true)]
    public void The_last_administrator_is_the_last_who_is_here(Roles others, string? lastDay, bool expected)
    {
        var person = A.Person("admin@demo.example", Roles.Administrator | Roles.LearningDesk);
        var other = A.Person("other@demo.example", others);
        other.Change(other.Details with { LastDay = lastDay is null ? null : A.Day(lastDay) });

        Assert.Equal(expected, DirectoryRules.IsLastAdministrator(person, [person, other], A.Now));
    }

    [Fact]
    public void Who_is_no_administrator_is_not_the_last_one() => Assert.False(DirectoryRules.IsLastAdministrator(A.Person(), [], A.Now));
}
