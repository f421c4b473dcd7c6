using BetterTogether.Learning.Browser.Tests.Running;

namespace BetterTogether.Learning.Browser.Tests.Pages;

/// <summary>The picture of the year on the development plan.</summary>
[Collection(SiteTests.Name)]
public sealed class YearLineTests(Site site)
{
    // Rings whose edge, line and all, is outside of a picture that cuts what is outside, or of the page.
    private const string Cut = """
        () => [...document.querySelectorAll('.bt-year circle')].filter(ring => {
          const picture = ring.closest('.bt-year__picture'), frame = picture.getBoundingClientRect(), half = parseFloat(getComputedStyle(ring).strokeWidth) / 2;
          const { left, right } = ring.getBoundingClientRect(), [first, last] = [left - half, right + half];
          const cuts = getComputedStyle(picture).overflow !== 'visible' && (first < frame.left || last > frame.right);
          return cuts || first < 0 || last > document.documentElement.clientWidth;
        }).length
        """;

    [Theory, InlineData(320), InlineData(360), InlineData(1280)]
    public async Task A_ring_on_the_last_day_of_the_year_is_whole(int width)
    {
        await using var me = await site.SomebodyAsync("worker", new Screen(width, 640));
        await me.GoAsync("/objectives/new?kind=Work");
        await me.Page.GetByLabel("What I will do").FillAsync("End the year well");
        var today = TimeProvider.System.GetUtcNow();
        await me.Page.Locator("[name='Form.TargetDate']").FillAsync($"{(today.Month > 3 ? today.Year + 1 : today.Year)}-03-31");
        await me.PressAsync("Add to my plan");
        await me.GoAsync("/development-plan");

        await Assertions.Expect(me.Page.GetByText("The year in words")).ToBeVisibleAsync();
        Assert.NotEmpty(await me.Page.Locator(".bt-year li").Filter(new() { HasText = "31 March" }).AllAsync());
        Assert.Equal(0, await me.Page.EvaluateAsync<int>(Cut));
        Assert.True(await me.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "The page is wider than the screen");
    }

    [Fact]
    public async Task In_forced_colours_the_key_looks_like_what_it_explains()
    {
        await using var me = await site.SomebodyAsync("worker1", Screen.Desktop with { ForcedColours = true });
        await me.GoAsync("/development-plan");

        var (dot, key) = (await ColourAsync(".bt-year__happened", null, "fill"), await ColourAsync(".bt-year__key--happened", "::before", "backgroundColor"));
        Assert.Equal(dot, key);
        Assert.NotEqual(dot, await ColourAsync(".bt-year__key--planned", "::before", "backgroundColor"));

        Task<string> ColourAsync(string what, string? part, string of) =>
            me.Page.EvaluateAsync<string>("([what, part, of]) => getComputedStyle(document.querySelector(what), part)[of]", new[] { what, part, of });
    }
}
