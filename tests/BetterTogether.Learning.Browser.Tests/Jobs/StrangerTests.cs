using BetterTogether.Learning.Browser.Tests.Running;

namespace BetterTogether.Learning.Browser.Tests.Jobs;

/// <summary>The main job of the product, by somebody who sees it for the first time, on a phone.</summary>
[Collection(SiteTests.Name)]
public sealed class StrangerTests(Site site)
{
    [Fact]
    public async Task Two_sessions_in_one_press_two_invites_and_a_place_given_up_is_offered()
    {
        const string small = "A small group, nearly full";
        var day = await site.Desk.NextLearningWednesdayAsync();
        var lastPlace = await site.Desk.SessionAsync(day, 18, small, 1, "learningWednesday");
        await using var me = await site.SomebodyAsync("nobody", Screen.Phone);

        await me.GoAsync("/");
        await Pages.Reach.OpenMenuAsync(me);
        await me.FollowAsync("Sign in");
        await me.Page.GetByRole(AriaRole.Button, new() { Name = "worker1@demo.example" }).TapAsync();
        await me.ShouldBeAtAsync("/");
        me.Email = "worker1@demo.example";
        await me.Page.Locator($"a[href='/learning-wednesday/{Desk.Iso(day)}']").First.TapAsync();
        var other = me.Page.Locator(".bt-choice").Filter(new() { HasText = "places free" }).First;
        var title = await other.Locator(".bt-choice__title").InnerTextAsync();
        await other.Locator("label").TapAsync();
        await me.Page.GetByText(small).First.TapAsync();
        await me.PressAsync("Book these sessions");

        await me.ShouldSeeAsync("You are booked.");
        await me.ShouldSeeAsync(title);
        await me.ShouldSeeAsync(small);
        await me.ShouldHaveInvitesAsync(2);

        await using var next = await site.SomebodyAsync("worker");
        await next.BookAsync(lastPlace);
        await me.GoAsync($"/learning-wednesday/{Desk.Iso(day)}/booked");
        await me.FollowAsync(small);
        await me.PressAsync("I can't come");
        await me.ShouldSeeAsync("Cancelled");

        await next.GoAsync("/my-bookings");
        await next.ShouldSeeAsync("Yours to answer");
        await next.ShouldSeeAsync(small);
        Assert.Empty(me.Trouble.Found);
    }

    [Fact]
    public async Task A_double_click_makes_one_booking()
    {
        var session = await site.Desk.SessionAsync();
        await using var me = await site.SomebodyAsync("worker");

        await me.GoAsync($"/sessions/{session}");
        await me.Page.GetByRole(AriaRole.Button, new() { Name = "Book this place" }).DblClickAsync();
        await me.ShouldSeeAsync("You have a place");

        Assert.Single(await me.BookingsAsync(), booking => booking.GetProperty("sessionId").GetString() == session);
        Assert.Equal(9, (await site.Desk.GetAsync(session)).GetProperty("placesFree").GetInt32());
    }
}
