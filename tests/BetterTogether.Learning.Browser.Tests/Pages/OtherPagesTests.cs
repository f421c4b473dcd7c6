using BetterTogether.Learning.Browser.Tests.Running;

namespace BetterTogether.Learning.Browser.Tests.Pages;

/// <summary>One half of the pages, on a site of its own beside the other half's.</summary>
[Collection(OtherSiteTests.Name)]
public sealed class OtherPagesTests(Site site) : PagesInOrder(site)
{
    public static TheoryData<string, string> Rows() => RowsOf(1);

    public static TheoryData<string, string> Chosen() => ChosenOf(1);

    [Theory, MemberData(nameof(Rows))]
    public Task Each_state_of_each_page_is_in_order(string page, string state) => LookAsync(page, state);

    [Theory, MemberData(nameof(Chosen))]
    public Task The_dark_and_the_forced_colours_are_in_order_too(string page, string state) => LookInOtherColoursAsync(page, state);
}
