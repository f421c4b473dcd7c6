using BetterTogether.Learning.Web.Tests.Access;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Architecture;

public sealed class AccessRowsTests
{
    [Theory, InlineData("Development"), InlineData("Production")]
    public async Task Every_endpoint_stands_in_the_table_of_who_may(string environment)
    {
        await using var app = await TestApp.StartAsync(new TestAppOptions { Environment = environment });
        var rows = AllAccess.Rows.Select(r => r.Endpoint).ToHashSet(StringComparer.Ordinal);

        var without = (await app.AddressesAsync()).Where(a => !rows.Contains(a)).ToList();

        Assert.True(without.Count == 0, "Who may there? Add to the Rows of your feature's IAccess (see Access/AccessRow.cs), with names in the braces:\n"
            + string.Join('\n', without.Select(a => $"""        new("{a}", "s y n n n n n n y y"),""")));
    }

    [Fact]
    public async Task Every_row_has_an_endpoint()
    {
        await using var app = await TestApp.StartAsync();

        Assert.Empty(AllAccess.Rows.Select(r => r.Endpoint).Except(await app.AddressesAsync()));
    }

    [Fact]
    public void Every_row_speaks_of_everybody() => Assert.All(AllAccess.Rows, row => Assert.True(row.Expected.Length == Enum.GetValues<Who>().Length, $"{row} has {row.Expected.Length} cells"));
}
