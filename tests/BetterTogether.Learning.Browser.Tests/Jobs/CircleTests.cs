using BetterTogether.Learning.Browser.Tests.Running;

namespace BetterTogether.Learning.Browser.Tests.Jobs;

/// <summary>Circles in three browsers at once, from the door to the end.</summary>
[Collection(SiteTests.Name)]
public sealed class CircleTests(Site site)
{
    // A clock of the browser and its timers are not the same one.
    private const int ASecondOrSo = 950;

    [Fact]
    public async Task A_listening_circle_with_one_who_has_a_keyboard_alone_and_one_whose_network_goes()
    {
        await using var facilitator = await site.SomebodyAsync("facilitator");
        await using var ana = await site.SomebodyAsync("worker");
        await using var ben = await site.SomebodyAsync("worker", Screen.Narrow);
        var hearing = await Hearing.OfAsync(ana.Page);
        var circle = await LiveCircle.PlanAsync(facilitator, [ana, ben]);
        foreach (var who in new[] { facilitator, ana, ben }) { await who.GoAsync(circle.Path); }
        var keys = new Keyboard(ana.Page);

        await facilitator.PressAsync("I agree");
        await facilitator.PressAsync("Open the waiting room");
        await keys.ToAsync("I agree");
        await keys.EnterAsync();
        await ben.PressAsync("I agree");
        await facilitator.Page.GetByLabel("Recording, transcript and AI note-taking").CheckAsync();
        await facilitator.PressAsync("Begin the circle");

        await ana.ShouldSeeAsync("You are next. Take your time.");
        await facilitator.PressAsync("Take the piece");
        await ShouldSayAsync(ben, "has the piece.");
        await facilitator.PressAsync("Pass the piece on");
        await keys.ToAsync("Take the piece");
        await keys.PressAsync("Enter");
        await ShouldSayAsync(ana, "You have the piece.");
        // The same button, whose words have changed: nobody has to look for the focus.
        await Assertions.Expect(ana.Page.Locator("#next")).ToBeFocusedAsync();

        await ben.Page.Context.SetOfflineAsync(true);
        await Assertions.Expect(ben.Page.Locator("#room-line")).ToContainTextAsync("You are disconnected");
        await keys.PressAsync("Enter");
        await ShouldSayAsync(facilitator, "The piece comes to");
        await ben.Page.Context.SetOfflineAsync(false);
        await ShouldSayAsync(ben, "The piece comes to you.");
        await Assertions.Expect(ben.Page.Locator("#room-line")).ToBeEmptyAsync();
        await ben.PressAsync("Take the piece");
        await ben.PressAsync("Pass the piece on");
        await ShouldSayAsync(ana, "The piece has been all the way round.");
        await hearing.UntilAsync("The piece has been all the way round.");

        await CloseAsync(facilitator);
        foreach (var who in new[] { ana, ben }) { await who.ShouldSeeAsync("The circle is closed. Thank you for being here."); }
        await ShouldHaveHeardAsync(hearing);
        Assert.Empty(ana.Trouble.Found);
        Assert.Empty(facilitator.Trouble.Found);
    }

    [Fact]
    public async Task Whoever_is_ready_and_the_first_press_wins()
    {
        await using var facilitator = await site.SomebodyAsync("facilitator");
        await using var ana = await site.SomebodyAsync("worker");
        await using var ben = await site.SomebodyAsync("worker");
        var circle = await (await LiveCircle.PlanAsync(facilitator, [ana, ben], "learning")).BegunAsync();
        await circle.UntilWhoeverIsReadyAsync();
        foreach (var who in new[] { facilitator, ana, ben }) { await who.GoAsync(circle.Path); }

        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Take the piece" }).DblClickAsync();
        await ShouldSayAsync(ana, "You have the piece.");
        await ben.PressAsync("Ask for the piece");
        await Assertions.Expect(ben.Page.Locator("#next")).ToHaveTextAsync("You are next. Take your time.");
        await ana.PressAsync("Put the piece down");
        await ben.PressAsync("Take the piece");
        await ShouldSayAsync(facilitator, "has the piece.");
        await ben.PressAsync("Put the piece down");
        await ShouldSayAsync(ana, "The piece lies in the middle, for whoever is ready.");

        await CloseAsync(facilitator);
        await ana.ShouldSeeAsync("The circle is closed. Thank you for being here.");
    }

    [Fact]
    public async Task Somebody_types_and_is_not_disturbed_by_what_others_do()
    {
        await using var facilitator = await site.SomebodyAsync("facilitator");
        await using var ana = await site.SomebodyAsync("worker");
        var circle = await (await LiveCircle.PlanAsync(facilitator, [ana])).BegunAsync();
        await ana.GoAsync(circle.Path);
        await ana.Page.Locator("#tell-fold summary").ClickAsync();
        var words = ana.Page.Locator("#tell-text");
        await words.FillAsync("I would like to say");
        await words.FocusAsync();

        await circle.PassOnAsync(facilitator);
        await ShouldSayAsync(ana, "The piece comes to you.");

        await Assertions.Expect(words).ToHaveValueAsync("I would like to say");
        await Assertions.Expect(words).ToBeFocusedAsync();
    }

    [Fact]
    public async Task What_was_refused_and_put_right_is_judged_anew()
    {
        await using var facilitator = await site.SomebodyAsync("facilitator");
        await using var ana = await site.SomebodyAsync("worker");
        var circle = await (await LiveCircle.PlanAsync(facilitator, [ana])).BegunAsync();
        await facilitator.GoAsync(circle.Path);
        await facilitator.Page.Locator("summary", new() { HasText = "Close the circle" }).ClickAsync();

        await facilitator.PressAsync("Close it for everybody");
        await Assertions.Expect(facilitator.Page.Locator("#room-no")).ToContainTextAsync("Not everyone has been offered the piece");
        await facilitator.Page.GetByLabel("Also if the piece has not been offered to everybody").CheckAsync();
        await facilitator.PressAsync("Close it for everybody");

        await facilitator.ShouldSeeAsync("The circle is closed.");
        await Assertions.Expect(facilitator.Page.Locator("#room-no")).ToBeHiddenAsync();
    }

    private static async Task ShouldHaveHeardAsync(Hearing hearing)
    {
        var heard = await hearing.AllAsync();
        Assert.Equal(["It is your turn"], heard.Where(h => h.Urgent).Select(h => h.Text));
        Assert.Contains(heard, h => h.Text.Contains("You are next. Take your time.", StringComparison.Ordinal));
        Assert.Contains(heard, h => h.Text.Contains("The piece has been all the way round.", StringComparison.Ordinal));
        var gaps = heard.Zip(heard.Skip(1), (a, b) => b.At - a.At).ToList();
        Assert.True(gaps.TrueForAll(gap => gap >= ASecondOrSo), $"Told too fast: {string.Join(" | ", heard)}");
        Assert.DoesNotContain(heard.Zip(heard.Skip(1)), pair => pair.First.Text == pair.Second.Text);
    }

    private static async Task CloseAsync(Someone facilitator)
    {
        await facilitator.Page.Locator("summary", new() { HasText = "Close the circle" }).ClickAsync();
        await facilitator.Page.GetByLabel("Also if the piece has not been offered to everybody").CheckAsync();
        await facilitator.PressAsync("Close it for everybody");
        await facilitator.ShouldSeeAsync("The circle is closed.");
    }

    private static Task ShouldSayAsync(Someone who, string words) => Assertions.Expect(who.Page.Locator(".bt-room__says")).ToContainTextAsync(words);
}
