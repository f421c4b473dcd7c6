using BetterTogether.Learning.Browser.Tests.Running;

namespace BetterTogether.Learning.Browser.Tests.Pages;

/// <summary>How the pages of a circle come to be in a state.</summary>
internal static class ReachCircles
{
    public static async Task CopyAFormatAsync(Someone me)
    {
        await me.GoAsync("/circles/formats");
        await me.PressAsync("Copy and change Listening circle");
    }

    public static async Task DoorAsync(Site site, Someone me)
    {
        await using var facilitator = await site.SomebodyAsync("facilitator");
        await me.GoAsync((await LiveCircle.PlanAsync(facilitator, [me])).Path);
        await me.ShouldSeeAsync("This app does not keep what you say.");
    }

    public static Task WaitingAsync(Site site, Someone me) => WithOthersAsync(site, me, circle => circle.WaitingAsync());

    public static async Task BeginAsync(Site site, Someone me)
    {
        await using var other = await site.SomebodyAsync("worker4");
        await me.GoAsync((await (await LiveCircle.PlanAsync(me, [other])).WaitingAsync()).Path);
        await me.ShouldSeeAsync("Begin the circle");
        await me.Page.GetByText("Call it off", new() { Exact = true }).ClickAsync();
    }

    public static async Task CalledOffAsync(Site site, Someone me)
    {
        await using var other = await site.SomebodyAsync("worker4");
        var circle = await LiveCircle.PlanAsync(me, [other]);
        await circle.ActAsync(me, "close");
        await me.GoAsync(circle.Path);
        await me.ShouldSeeAsync("This circle did not take place.");
    }

    /// <summary>On my list: the demo's whose time passed before anybody opened it, and one that was called off.</summary>
    public static async Task NotBegunAsync(Site site, Someone me)
    {
        await using var other = await site.SomebodyAsync("worker4");
        await (await LiveCircle.PlanAsync(me, [other])).ActAsync(me, "close");
        await me.GoAsync("/circles");
        await me.ShouldSeeAsync("Did not begin");
        await me.ShouldSeeAsync("Called off");
    }

    /// <summary>A session of facilitator@ with a place for me, whose circle is there. Returns its id.</summary>
    public static async Task<string> OfASessionAsync(Site site, Someone me)
    {
        var session = await site.Desk.CircleAsync(await Reach.PersonAsync(site, "facilitator@"));
        await me.BookAsync(session);
        await me.GoAsync($"/sessions/{session}/circle");
        return session;
    }

    /// <summary>I wait where my manager has a place, and a leader listens there.</summary>
    public static async Task PassedOverAsync(Site site, Someone me)
    {
        await using var facilitator = await site.SomebodyAsync("facilitator");
        await using var manager = await site.SomebodyAsync("manager");
        var session = await site.Desk.SessionAsync(site.Desk.NewDay(), 10, "Reflective circle for the whole team", 1, "circle", trainers: await Reach.PersonAsync(site, "facilitator@"));
        await manager.BookAsync(session);
        await me.BookAsync(session);
        await LeaderListensAsync(facilitator, session);
        await facilitator.ShouldSeeAsync("Leaders listening");
        await me.GoAsync("/my-bookings");
        await me.ShouldSeeAsync("places go to the next person");
    }

    /// <summary>I plan that a leader listens, and somebody has booked beside their manager meanwhile.</summary>
    public static async Task LineHasBookedAsync(Site site, Someone me)
    {
        var session = await site.Desk.CircleAsync(await Reach.PersonAsync(site, "facilitator@"));
        await me.GoAsync($"/sessions/{session}/circle");
        foreach (var who in new[] { "manager", "worker8" })
        {
            await using var books = await site.SomebodyAsync(who);
            await books.BookAsync(session);
        }
        await LeaderListensAsync(me, session);
        await me.ShouldSeeAsync("and both take part");
    }

    private static async Task LeaderListensAsync(Someone facilitator, string session)
    {
        await facilitator.GoAsync($"/sessions/{session}/circle");
        await facilitator.GoAsync($"/circles/plan/{facilitator.Path.Split('/')[^1]}");
        await facilitator.Page.GetByLabel("Leaders listening", new() { Exact = true }).CheckAsync();
        await facilitator.Page.GetByLabel("The leader who listens (leaders listening only)").FillAsync("desk@demo.example");
        await facilitator.PressAsync("Save the plan");
    }

    public static Task NextAsync(Site site, Someone me) => WithOthersAsync(site, me, circle => circle.BegunAsync());

    public static async Task MineAsync(Site site, Someone me)
    {
        await WithOthersAsync(site, me, async circle =>
        {
            await circle.BegunAsync();
            await circle.PassOnAsync(circle.Facilitator);
            var turn = (await circle.ActAsync(me, "accept")).GetProperty("floor").GetProperty("turnId").GetString();
            await circle.ActAsync(me, "type", new { turnId = turn, text = "I noticed how quiet it was after the visit, and I needed a moment with somebody." });
            return circle;
        });
        await me.Page.GetByText("Say it in writing").ClickAsync();
    }

    public static async Task WorryAsync(Site site, Someone me)
    {
        await using var other = await site.SomebodyAsync("worker4");
        var circle = await (await LiveCircle.PlanAsync(me, [other])).BegunAsync();
        await circle.ActAsync(other, "tell", new { about = "safety", text = "I am worried about what a child told me this morning." });
        await me.GoAsync(circle.Path);
        await me.ShouldSeeAsync("A worry about somebody's safety");
        await me.Page.GetByText("People", new() { Exact = true }).Last.ClickAsync();
    }

    /// <summary>It waits for a hand-over.</summary>
    public static async Task ClosingAsync(Site site, Someone me)
    {
        await using var other = await site.SomebodyAsync("worker4");
        var circle = await (await LiveCircle.PlanAsync(me, [other])).BegunAsync();
        await circle.ActAsync(other, "tell", new { about = "safety", text = "I am worried about what a child told me this morning." });
        await circle.ActAsync(me, "close", new { confirmed = true });
        await me.GoAsync(circle.Path);
        await me.ShouldSeeAsync("It waits for a hand-over.");
    }

    public static Task WhoeverIsReadyAsync(Site site, Someone me) => WithOthersAsync(site, me, async circle =>
    {
        await circle.BegunAsync();
        await circle.UntilWhoeverIsReadyAsync();
        return circle;
    }, "learning");

    public static Task BreakAsync(Site site, Someone me) => WithOthersAsync(site, me, async circle =>
    {
        await circle.BegunAsync();
        await circle.ActAsync(circle.Facilitator, "hold");
        return circle;
    });

    public static Task OverAsync(Site site, Someone me) => WithOthersAsync(site, me, async circle =>
    {
        await circle.BegunAsync();
        await circle.ActAsync(me, "action", new { text = "Ask for a quieter room", owner = (await me.GetAsync($"/api/v1{circle.Path}")).GetProperty("you").GetProperty("seatId").GetString(), due = Desk.Iso(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(7))) });
        await circle.ActAsync(circle.Facilitator, "close", new { confirmed = true });
        return circle;
    });

    public static async Task OverForFacilitatorAsync(Site site, Someone me)
    {
        await using var leader = await site.SomebodyAsync("worker4");
        await using var other = await site.SomebodyAsync("worker");
        await me.GoAsync((await (await LiveCircle.PlanAsync(me, [other], "leadersListening", listener: leader)).ClosedAsync()).Path);
        await me.ShouldSeeAsync("Fifteen minutes for you");
    }

    public static async Task WallAsync(Site site, Someone me)
    {
        await using var other = await site.SomebodyAsync("worker4");
        await me.GoAsync((await (await LiveCircle.PlanAsync(me, [other])).BegunAsync()).Path + "/wall");
    }

    public static async Task AnswerAsync(Site site, Someone me)
    {
        await OverForFacilitatorAsync(site, me);
        await me.FollowAsync("Send the themes");
    }

    public static async Task RecordAsync(Site site, Someone me)
    {
        await me.GoAsync("/circles/plan");
        await using var bringer = await site.SomebodyAsync("worker");
        await me.Page.GetByLabel("Problem-solving").First.CheckAsync();
        await me.Page.GetByLabel("It is group supervision").CheckAsync();
        await me.Page.GetByLabel("Title").FillAsync("A visit that will not go well");
        await me.Page.GetByLabel("Who takes part").FillAsync("worker4@demo.example");
        await me.Page.GetByLabel("Who brings the question").FillAsync(bringer.Email);
        await me.PressAsync("Plan this circle");
        await bringer.GoAsync("/circles");
        await bringer.FollowAsync("A visit that will not go well");
        await bringer.GoAsync(bringer.Path + "/record");
        await me.GoAsync(bringer.Path);
        await me.Page.GetByLabel("Who was present").FillAsync("AB, CD");
        await me.Page.GetByLabel("What might be going on").FillAsync("Tired, and alone with it.");
        await me.PressAsync("Save the record");
    }

    /// <summary>A circle of facilitator@, me and one more, brought there; its page is then open.</summary>
    private static async Task WithOthersAsync(Site site, Someone me, Func<LiveCircle, Task<LiveCircle>> bring, string format = "listening")
    {
        await using var facilitator = await site.SomebodyAsync("facilitator");
        await using var other = await site.SomebodyAsync("worker4");
        var circle = await bring(await LiveCircle.PlanAsync(facilitator, [me, other], format));
        await me.GoAsync(circle.Path);
        await Assertions.Expect(me.Page.Locator("#room")).ToBeVisibleAsync();
    }
}
