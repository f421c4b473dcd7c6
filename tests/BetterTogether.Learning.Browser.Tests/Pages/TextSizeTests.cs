using BetterTogether.Learning.Browser.Tests.Running;

namespace BetterTogether.Learning.Browser.Tests.Pages;

/// <summary>Twice the letters, as the browser's own setting for them asks: nothing is cut.</summary>
[Collection(SiteTests.Name)]
public sealed class TextSizeTests(Site site)
{
    // The words need their line and the box its padding; a tile's words stay on it.
    private const string Cut = """
        () => [...document.querySelectorAll('select, input.govuk-input, .bt-date-tile')].filter(e => e.checkVisibility()).flatMap(e => {
          const style = getComputedStyle(e), line = parseFloat(style.lineHeight) || 1.2 * parseFloat(style.fontSize);
          const needed = line + parseFloat(style.paddingTop) + parseFloat(style.paddingBottom);
          const pen = document.createElement('canvas').getContext('2d');
          pen.font = style.font;
          const words = (e.selectedOptions?.[0] ? pen.measureText(e.selectedOptions[0].text).width : 0) + parseFloat(style.paddingLeft) + parseFloat(style.paddingRight);
          return words > e.clientWidth || e.clientHeight + 1 < needed || e.scrollWidth > e.clientWidth + 1 ? [`${e.outerHTML.slice(0, 80)}: ${e.clientWidth} by ${e.clientHeight}, ${Math.max(words, e.scrollWidth)} by ${needed} needed`] : [];
        })
        """;

    [Theory, InlineData(1280), InlineData(360)]
    public async Task Nothing_is_cut_when_the_letters_are_twice_as_large(int width)
    {
        await using var me = await site.SomebodyAsync("worker1", new Screen(width, 900));
        var browser = await me.Page.Context.NewCDPSessionAsync(me.Page);
        await browser.SendAsync("Page.setFontSizes", new() { ["fontSizes"] = new { standard = 32 } });
        await me.GoAsync("/");
        Assert.Equal("32px", await me.Page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).fontSize"));

        Assert.Empty(await me.Page.EvaluateAsync<string[]>(Cut));
    }
}
