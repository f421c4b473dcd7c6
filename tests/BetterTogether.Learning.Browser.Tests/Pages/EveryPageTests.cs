using System.Text.RegularExpressions;
using BetterTogether.Learning.Browser.Tests.Running;

namespace BetterTogether.Learning.Browser.Tests.Pages;

[Collection(SiteTests.Name)]
public sealed partial class EveryPageTests(Site site) : PagesInOrder(site)
{
    public static TheoryData<string, string> Rows() => RowsOf(0);

    public static TheoryData<string, string> Chosen() => ChosenOf(0);

    [Fact]
    public void Every_page_stands_in_the_table()
    {
        var pages = Directory.EnumerateFiles(Path.Combine(Repository.Web, "Features"), "*.cshtml", SearchOption.AllDirectories)
            .Select(file => PageLine().Match(File.ReadAllText(file))).Where(line => line.Success).Select(line => line.Groups["address"].Value).ToList();

        Assert.NotEmpty(pages);
        Assert.Empty(pages.Except(AllPages.Rows.Select(row => row.Page)));
        Assert.Empty(AllPages.Rows.Select(row => row.Page).Except(pages));
    }

    [Theory, MemberData(nameof(Rows))]
    public Task Each_state_of_each_page_is_in_order(string page, string state) => LookAsync(page, state);

    [Theory, MemberData(nameof(Chosen))]
    public Task The_dark_and_the_forced_colours_are_in_order_too(string page, string state) => LookInOtherColoursAsync(page, state);

    [GeneratedRegex("^\ufeff?@page \"(?<address>[^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PageLine();
}
