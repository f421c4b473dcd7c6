using System.Net;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Circles;

/// <summary>Check-in in a minute: nobody signs in, and nothing is kept.</summary>
public sealed class QuickCheckInTests
{
    [Theory, BothDatabases]
    public async Task The_piece_goes_round_and_nothing_is_left(DatabaseProvider provider)
    {
        await using var app = await TestApp.StartAsync(provider);
        var round = await BeginAsync(app, "3");

        var second = await round.ShouldSay("Place 1 of 3 has the piece").SubmitAsync("Pass the piece on");
        var third = await second.ShouldSay("Place 2 of 3").SubmitAsync("Pass the piece on");
        var done = await third.SubmitAsync("We have all had it");
        var end = await done.ShouldSay("Everybody had the piece").SubmitAsync("End the check-in");

        end.ShouldBeAt(Links.CheckIn);
        Assert.Equal(0, await app.Ask(db => db.QuickCheckIns.CountAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Anonymous().GetPageAsync(round.Path)).Status);
    }

    [Theory, BothDatabases]
    public async Task Pressed_on_two_phones_at_once_it_moves_on_once(DatabaseProvider provider)
    {
        await using var app = await TestApp.StartAsync(provider);
        var mine = await BeginAsync(app, "5");
        var phones = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => app.Anonymous().GetPageAsync(mine.Path)));

        await Task.WhenAll(phones.Select(phone => phone.SubmitAsync("Pass the piece on")));

        (await app.Anonymous().GetPageAsync(mine.Path)).ShouldSay("Place 2 of 5 has the piece");
    }

    [Fact]
    public async Task Another_question_is_another_one()
    {
        await using var app = await TestApp.StartAsync();
        var round = await BeginAsync(app, "4");

        var other = await round.SubmitAsync("Another question");

        Assert.NotEqual(Question(round), Question(other));
    }

    [Fact]
    public async Task One_that_was_forgotten_is_over_after_two_hours_and_cleared_away_by_the_next()
    {
        await using var app = await TestApp.StartAsync();
        var forgotten = await BeginAsync(app, "4");
        app.Clock.Jump(TimeSpan.FromHours(2));

        (await app.Anonymous().GetPageAsync(forgotten.Path)).ShouldSay("This check-in is over");
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await BeginAsync(app, "4");

        Assert.Equal(1, await app.Ask(db => db.QuickCheckIns.CountAsync()));
    }

    [Theory, InlineData(""), InlineData("1"), InlineData("31"), InlineData("many")]
    public async Task A_circle_is_of_two_to_thirty(string people)
    {
        await using var app = await TestApp.StartAsync();

        (await BeginAsync(app, people)).ShouldSay("Enter how many people you are, from 2 to 30");
    }

    private static async Task<Page> BeginAsync(TestApp app, string people) =>
        await (await app.Anonymous().GetPageAsync(Links.CheckIn)).SubmitAsync("Draw a question", ("People", people));

    private static string Question(Page page) => page.Document.QuerySelector("h1")!.TextContent;
}
