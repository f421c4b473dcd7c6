using BetterTogether.Learning.Browser.Tests.Running;

namespace BetterTogether.Learning.Browser.Tests.Jobs;

/// <summary>Writing in one's review at a browser: nothing that was typed is lost.</summary>
[Collection(SiteTests.Name)]
public sealed class WritingTests(Site site)
{
    private const string Outcome = "What we talked about and agreed";
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

    [Fact]
    public async Task A_letter_typed_takes_back_nobodys_confirmation_and_a_save_does()
    {
        await using var me = await AtTheReviewAsync("worker15");
        var review = await me.GetAsync("/api/v1/me/review");
        var path = $"/api/v1/reviews/{review.GetProperty("id").GetString()}";
        await me.Page.GetByLabel(Outcome).FillAsync("We agreed");
        await me.ShouldSeeAsync("Saved at");
        await me.PressAsync("Save what came of it");
        await me.ShouldSeeAsync("It counts once both of you have confirmed it.");
        await using var manager = await site.SomebodyAsync(review.GetProperty("manager").GetProperty("email").GetString()!.Split('@')[0]);
        await manager.PostAsync($"{path}/confirm", new { version = (await me.GetAsync(path)).GetProperty("version").GetInt32() });

        await me.Page.GetByLabel(Outcome).FillAsync("We agreed.");
        await me.ShouldSeeAsync("The text has been confirmed as it was");
        Assert.Equal("oneConfirmed", (await me.GetAsync(path)).GetProperty("status").GetString());
        await me.Page.ReloadAsync();
        await me.ShouldSeeAsync("has confirmed this. Read it once more");
        await me.Page.GetByLabel(Outcome).FillAsync("We agreed.");
        await me.PressAsync("Save what came of it");

        await me.ShouldSeeAsync("Shared, time to talk");
        Assert.Equal("We agreed.", (await me.GetAsync(path)).GetProperty("outcome").GetString());
    }

    private async Task<Someone> AtTheReviewAsync(string who)
    {
        var me = await site.SomebodyAsync(who);
        await me.GoAsync("/my-review");
        return me;
    }
}
