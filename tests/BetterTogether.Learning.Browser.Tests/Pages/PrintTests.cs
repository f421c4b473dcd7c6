using BetterTogether.Learning.Browser.Tests.Running;

namespace BetterTogether.Learning.Browser.Tests.Pages;

/// <summary>What comes out on paper.</summary>
[Collection(SiteTests.Name)]
public sealed class PrintTests(Site site)
{
    [Fact]
    public async Task The_name_above_and_the_words_below_begin_at_the_same_edge()
    {
        await using var me = await site.SomebodyAsync("nobody");
        await me.GoAsync("/privacy");
        await me.Page.EmulateMediaAsync(new() { Media = Media.Print });

        var (name, heading) = ((await me.Page.Locator(".bt-header__name").BoundingBoxAsync())!, (await me.Page.Locator("h1").BoundingBoxAsync())!);

        Assert.Equal(heading.X, name.X);
    }
}
