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
}
