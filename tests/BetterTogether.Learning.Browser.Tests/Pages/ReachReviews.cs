using BetterTogether.Learning.Browser.Tests.Running;

namespace BetterTogether.Learning.Browser.Tests.Pages;

/// <summary>How a review's page comes to be in a state.</summary>
internal static class ReachReviews
{
    /// <summary>As a line manager: the first of one's people whose review stands so.</summary>
    public static async Task OpenAsync(Someone me, string status)
    {
        await me.GoAsync("/my-people");
        await me.Page.Locator(".bt-member").Filter(new() { HasText = status }).First.GetByRole(AriaRole.Link).First.ClickAsync();
        await me.ShouldSeeAsync("Who reads this");
    }

    public static async Task TwoTextsAsync(Site site, Someone me)
    {
        await me.GoAsync("/my-review");
        await me.Page.GetByLabel("What we talked about and agreed").FillAsync("What I typed meanwhile");
        var id = me.Path.Split('/')[2];
        var version = int.Parse(await me.Page.Locator("[name='Form.Version']").InputValueAsync(), System.Globalization.CultureInfo.InvariantCulture);
        var other = await me.Page.APIRequest.PutAsync($"/api/v1/reviews/{id}/outcome", new() { DataObject = new { text = $"What the other has saved since version {version}", version } });
        Assert.Equal(200, other.Status);
        await me.PressAsync("Save what came of it");
        await me.ShouldSeeAsync("Two texts, and both are here");
    }

    public static async Task KeptFormAsync(Site site, Someone me)
    {
        await me.GoAsync("/my-review");
        await me.Page.GetByLabel("What I want to say").FillAsync("An hour of thought, and no sign-in any more");
        await me.Page.Context.ClearCookiesAsync();
        await me.PressAsync("Save my preparation");
        await me.ShouldSeeAsync("your words are here");
    }

    public static async Task FiguresAsync(Site site, Someone me)
    {
        await me.GoAsync("/desk/reviews");
        await me.Page.Locator("main h2 a").First.ClickAsync();
        await me.ShouldSeeAsync("how far we are");
    }

    /// <summary>worker12 of the demo has two posts.</summary>
    public static async Task DuePersonAsync(Site site, Someone me)
    {
        await FiguresAsync(site, me);
        await me.FollowAsync("Who is due");
        await me.Page.GetByLabel("Name or team").FillAsync("Lorcan Mistry");
        await me.PressAsync("Show");
        await me.Page.GetByRole(AriaRole.Link, new() { Name = "Lorcan Mistry", Exact = true }).First.ClickAsync();
        await me.ShouldSeeAsync("Second post");
    }

    /// <summary>From the figures to the line manager of somebody whose review is due.</summary>
    public static async Task StandInForAsync(Site site, Someone me)
    {
        await DuePersonAsync(site, me);
        await me.Page.Locator("section").First.GetByText("Who stands in for").ClickAsync();
        await me.ShouldSeeAsync("Name a colleague");
        await me.Page.GetByLabel("Their work e-mail").FillAsync("worker18@demo.example");
        await me.Page.GetByLabel("Last day").FillAsync(Desk.Iso(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(30))));
        await me.PressAsync("Let them stand in");
        await me.ShouldSeeAsync("Agreed.");
        await me.PressAsync("Let them stand in");
        await me.ShouldSeeAsync("Enter the work e-mail of a colleague");
    }
}
