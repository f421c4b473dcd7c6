using BetterTogether.Learning.Browser.Tests.Running;

namespace BetterTogether.Learning.Browser.Tests.Pages;

/// <summary>Looks at pages. There are so many of them that two classes share them, a page with all its states in one of them, and run beside each other.</summary>
public abstract class PagesInOrder(Site site)
{
    protected static TheoryData<string, string> RowsOf(int half) => Data(AllPages.Rows.Select(row => (row.Page, row.State)), half);

    protected static TheoryData<string, string> ChosenOf(int half) => Data(AllPages.Chosen, half);

    /// <summary>Accessible (axe), nothing wider than the screen, nothing too small to press, all files there, no complaint of the browser: on a small phone and on a desk.</summary>
    protected Task LookAsync(string page, string state) => LookAsync(page, state, Screen.Narrow, Screen.Desktop);

    protected Task LookInOtherColoursAsync(string page, string state) =>
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

    private static TheoryData<string, string> Data(IEnumerable<(string Page, string State)> rows, int half)
    {
        var pages = AllPages.Rows.Select(row => row.Page).Distinct().ToList();
        var data = new TheoryData<string, string>();
        foreach (var (page, state) in rows.Where(row => pages.IndexOf(row.Page) % 2 == half)) { data.Add(page, state); }
        return data;
    }
}
