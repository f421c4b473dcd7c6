using BetterTogether.Learning.Browser.Tests.Running;

namespace BetterTogether.Learning.Browser.Tests.Jobs;

/// <summary>Writing in one's review at a browser: nothing that was typed is lost.</summary>
[Collection(SiteTests.Name)]
public sealed class WritingTests(Site site)
{
    private const string Words = "Long thought about, and typed slowly";

    [Fact]
    public async Task What_is_typed_saves_itself_and_is_there_after_coming_back()
    {
        await using var me = await AtTheReviewAsync("worker10");

        await me.Page.GetByLabel("What I want to say").FillAsync(Words);
        await me.ShouldSeeAsync("Saved at");

        await me.GoAsync("/my-review");
        Assert.Equal(Words, await me.Page.GetByLabel("What I want to say").InputValueAsync());
    }

    [Fact]
    public async Task A_sign_in_that_ends_while_somebody_types_loses_nothing_and_leaves_nothing_in_the_browser()
    {
        await using var me = await AtTheReviewAsync("worker16");
        await me.Page.Context.ClearCookiesAsync();

        await me.Page.GetByLabel("What I want to say").FillAsync(Words);
        await me.ShouldSeeAsync("You have been signed out. Your words are still here.");
        Assert.Equal("0 0", await me.Page.EvaluateAsync<string>("() => `${localStorage.length} ${sessionStorage.length}`"));
        await me.SignInAsync(); // in another tab
        await me.Page.EvaluateAsync("() => window.dispatchEvent(new Event('focus'))");

        await me.ShouldSeeAsync("Saved at");
        await me.GoAsync("/my-review");
        Assert.Equal(Words, await me.Page.GetByLabel("What I want to say").InputValueAsync());
    }

    private async Task<Someone> AtTheReviewAsync(string who)
    {
        var me = await site.SomebodyAsync(who);
        await me.GoAsync("/my-review");
        return me;
    }
}
