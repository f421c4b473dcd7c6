using System.Net;

namespace BetterTogether.Learning.Web.Tests.Hosting;

public sealed class AssetsTests
{
    [Theory, InlineData("/dist/site.css", "text/css"), InlineData("/dist/site.js", "text/javascript"), InlineData("/favicon.svg", "image/svg+xml")]
    public async Task Styles_and_scripts_are_there_after_one_build_and_open_to_all(string url, string type)
    {
        await using var app = await TestApp.StartAsync();

        var answer = (await app.Anonymous().GetAsync(url)).ShouldBe(HttpStatusCode.OK);

        Assert.Equal(type, answer.ContentType);
        Assert.NotEmpty(answer.Body);
    }

    [Theory, InlineData("link[rel=stylesheet]", "href"), InlineData("script[src]", "src")]
    public async Task Pages_link_to_them_by_a_name_that_changes_with_their_content(string link, string attribute)
    {
        await using var app = await TestApp.StartAsync();
        var page = await app.Anonymous().GetPageAsync(Links.Programme);

        var address = page.Document.QuerySelector(link)!.GetAttribute(attribute)!;

        Assert.Matches(@"^/dist/site\.[a-z0-9]{8,}\.(css|js)$", address); // by the build's manifest: nothing watches a file
        Assert.Contains("immutable", (await app.Anonymous().GetAsync(address)).ShouldBe(HttpStatusCode.OK).Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }
}
