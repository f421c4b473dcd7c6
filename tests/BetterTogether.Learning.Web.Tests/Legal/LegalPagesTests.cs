using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Legal;

public sealed class LegalPagesTests
{
    [Theory]
    [InlineData(Links.Privacy, "does not keep what you say or type in a circle")]
    [InlineData(Links.Accessibility, "level AA")]
    public async Task Anybody_may_read_them(string address, string words)
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.Anonymous();

        (await visitor.GetPageAsync(address)).ShouldBeAt(address).ShouldSay(words).ShouldSay("learning@demo.example");
    }
}
