using BetterTogether.Learning.Web.Tests.Desk;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Circles;

public sealed class QuestionsPageTests
{
    private const string Starter = "What are you looking forward to?";

    [Fact]
    public async Task A_question_is_added_put_away_and_brought_back()
    {
        await using var app = await TestApp.StartAsync();
        var (facilitator, _) = await app.Facilitator();
        var page = (await facilitator.GetPageAsync(Links.Questions)).ShouldSay(Starter);

        var added = await page.SubmitAsync("Add it to the bank", ("Text", "Which bridge did you cross?"));
        var away = await added.SubmitAsync("Put away: Which bridge did you cross?");

        away.ShouldSay("Put away (1)");
        (await away.SubmitAsync("Bring back: Which bridge did you cross?")).ShouldSay("Which bridge did you cross?").ShouldNotSay("Put away (1)");
    }

    [Fact]
    public async Task What_the_bank_has_is_not_added_twice()
    {
        await using var app = await TestApp.StartAsync();
        var (facilitator, _) = await app.Facilitator();
        var page = await facilitator.GetPageAsync(Links.Questions);

        await page.SubmitAsync("Add it to the bank", ("Text", Starter));
        var again = await page.SubmitAsync("Add it to the bank", ("Text", Starter));

        Assert.Single(again.Document.QuerySelectorAll(".bt-people li > span"), span => span.TextContent == Starter);
        (await again.SubmitAsync("Add it to the bank", ("Text", " "))).ShouldSay("Write the question");
    }
}
