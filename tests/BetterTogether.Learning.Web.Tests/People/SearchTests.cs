using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.People;

public sealed class SearchTests
{
    [Theory]
    [BothDatabases("OKAFOR", "Ada Okafor")]
    [BothDatabases("ada@", "Ada Okafor")]
    [BothDatabases("north", "Ben North Team")]
    [BothDatabases("100%", "Percy")]
    [BothDatabases("_", "")]
    public async Task People_are_found_by_a_part_of_name_address_or_team(DatabaseProvider database, string text, string found)
    {
        await using var app = await TestApp.StartAsync(database);
        await app.Has(
            Person("desk@demo.example", "Dee Desk", null, Roles.LearningDesk),
            Person("ada@demo.example", "Ada Okafor", "West"),
            Person("ben@demo.example", "Ben North Team", "NORTH"),
            Person("percy@demo.example", "Percy", "100% here"));
        using var desk = await app.SignedInAs("desk@demo.example");

        var page = await desk.GetPageAsync(Links.PeoplePage(text, left: false, page: 1));

        Assert.Equal(found, string.Join(", ", page.Document.QuerySelectorAll("tbody th a").Select(a => a.TextContent)));
    }

    [Fact]
    public async Task Fifty_stand_on_a_page()
    {
        await using var app = await TestApp.StartAsync();
        await app.Has([.. Enumerable.Range(1, 60).Select(n => Person($"p{n}@demo.example", $"Person {n:000}", null))]);
        await app.HasPerson("desk@demo.example", Roles.LearningDesk);
        using var desk = await app.SignedInAs("desk@demo.example");

        var first = await desk.GetPageAsync(Links.People);
        var second = await first.FollowAsync("Next page");

        Assert.Equal((50, 11), (first.Document.QuerySelectorAll("tbody tr").Length, second.Document.QuerySelectorAll("tbody tr").Length));
        Assert.Null(second.Document.QuerySelector("a[rel=next]"));
    }

    [Fact]
    public async Task Who_has_left_is_listed_when_asked_for()
    {
        await using var app = await TestApp.StartAsync();
        var gone = A.Person("gone@demo.example");
        gone.Deactivate();
        await app.Has(gone);
        await app.HasPerson("desk@demo.example", Roles.LearningDesk);
        using var desk = await app.SignedInAs("desk@demo.example");

        (await desk.GetPageAsync(Links.People)).ShouldNotSay("gone@demo.example");
        (await desk.GetPageAsync(Links.PeoplePage("", left: true, page: 1))).ShouldSay("(has left)");
    }

    private static Person Person(string email, string name, string? team, Roles roles = Roles.None) => new(A.PersonId(), new PersonDetails(name, email, team, Roles: roles));
}
