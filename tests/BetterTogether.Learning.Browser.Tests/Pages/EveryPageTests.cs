using System.Text.RegularExpressions;
using BetterTogether.Learning.Browser.Tests.Running;

namespace BetterTogether.Learning.Browser.Tests.Pages;

[Collection(SiteTests.Name)]
public sealed partial class EveryPageTests(Site site)
{
    public static TheoryData<string, string> Rows() => Data(AllPages.Rows.Select(row => (row.Page, row.State)));

    public static TheoryData<string, string> Chosen() => Data(AllPages.Chosen);

    [Fact]
    public void Every_page_stands_in_the_table()
    {
        var pages = Directory.EnumerateFiles(Path.Combine(Repository.Web, "Features"), "*.cshtml", SearchOption.AllDirectories)
            .Select(file => PageLine().Match(File.ReadAllText(file))).Where(line => line.Success).Select(line => line.Groups["address"].Value).ToList();

        Assert.NotEmpty(pages);
        Assert.Empty(pages.Except(AllPages.Rows.Select(row => row.Page)));
        Assert.Empty(AllPages.Rows.Select(row => row.Page).Except(pages));
    }

    /// <summary>Accessible (axe), nothing wider than the screen, nothing too small to press, all files there, no complaint of the browser: on a small phone and on a desk.</summary>
    [Theory, MemberData(nameof(Rows))]
    public Task Each_state_of_each_page_is_in_order(string page, string state) => LookAsync(page, state, Screen.Narrow, Screen.Desktop);

    [Theory, MemberData(nameof(Chosen))]
    public Task The_dark_and_the_forced_colours_are_in_order_too(string page, string state) =>
        LookAsync(page, state, Screen.Narrow with { Dark = true }, Screen.Desktop with { Dark = true }, Screen.Narrow with { ForcedColours = true }, Screen.Desktop with { ForcedColours = true, Dark = true });

    // One visit, looked at on one screen after the other: styles follow the screen, the page stays as it is.
    private async Task LookAsync(string page, string state, params Screen[] screens)
    {
        var row = AllPages.Find(page, state);
        var trouble = new List<string>();
        await using var me = await site.SomebodyAsync(row.As, screens[0]);
        await row.Reach(site, me);
        await me.Page.WaitForLoadStateAsync();
        if (me.Trouble.PageStatus != row.Status) { trouble.Add($"answered {me.Trouble.PageStatus}, not {row.Status}"); }
        foreach (var screen in screens)
        {
            await me.LookOnAsync(screen);
            trouble.AddRange((await Audit.AllAsync(me.Page)).Select(t => $"{screen}: {t}"));
            await Pictures.TakeAsync(me.Page, row, screen);
        }
        trouble.AddRange(me.Trouble.Found);
        Assert.True(trouble.Count == 0, string.Join('\n', trouble));
    }

    private static TheoryData<string, string> Data(IEnumerable<(string Page, string State)> rows)
    {
        var data = new TheoryData<string, string>();
        foreach (var (page, state) in rows) { data.Add(page, state); }
        return data;
    }

    [GeneratedRegex("^\ufeff?@page \"(?<address>[^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PageLine();
}
