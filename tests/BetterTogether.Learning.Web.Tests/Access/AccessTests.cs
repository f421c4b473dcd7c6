namespace BetterTogether.Learning.Web.Tests.Access;

/// <summary>Every endpoint, for every role, on what is their own and on what is others'.</summary>
public sealed class AccessTests(AccessSite site) : IClassFixture<AccessSite>
{
    public static TheoryData<string> Rows() => [.. AllAccess.Rows.Select(row => row.Address)];

    [Theory, MemberData(nameof(Rows))]
    public async Task Each_is_let_in_where_they_belong_and_nowhere_else(string address)
    {
        var row = AllAccess.Rows.Single(r => r.Address == address);

        var found = await site.TryAsync(row);

        Assert.True(found.SequenceEqual(row.Expected), $"""
            {address}
            for       {string.Join(' ', Enum.GetNames<Who>())}
            should be {string.Join(' ', row.Expected)}
            and is    {string.Join(' ', found)}
            """);
    }
}
