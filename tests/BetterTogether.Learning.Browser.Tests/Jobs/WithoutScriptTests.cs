using BetterTogether.Learning.Browser.Tests.Pages;
using BetterTogether.Learning.Browser.Tests.Running;

namespace BetterTogether.Learning.Browser.Tests.Jobs;

/// <summary>Every page does its job where no script runs.</summary>
[Collection(SiteTests.Name)]
public sealed class WithoutScriptTests(Site site)
{
    private static readonly Screen NoScript = Screen.Phone with { Script = false };

    [Fact]
    public async Task Two_sessions_are_booked_in_one_press_and_one_is_cancelled()
    {
        var day = Desk.Iso(await site.Desk.LearningWednesdayAsync());
        await using var me = await site.SomebodyAsync("worker", NoScript);

        await me.GoAsync($"/learning-wednesday/{day}");
        await me.Page.GetByLabel("The neglect toolkit").CheckAsync();
        await me.Page.GetByLabel("Genograms").CheckAsync();
        await me.PressAsync("Book these sessions");
        await me.ShouldBeAtAsync($"/learning-wednesday/{day}/booked");

        await me.FollowAsync("Genograms");
        await me.Page.GetByLabel("I am in court").CheckAsync();
        await me.PressAsync("I can't come");
        await me.ShouldSeeAsync("Cancelled");
    }

    [Fact]
    public async Task An_offer_is_taken()
    {
        await using var me = await site.SomebodyAsync("worker", NoScript);
        await Reach.OfferedSessionAsync(site, me);

        await me.GoAsync("/my-bookings");
        await me.Page.GetByRole(AriaRole.Link, new() { Name = "Take it or let it go" }).ClickAsync();
        await me.PressAsync("Take the place");
        await me.ShouldSeeAsync("You have a place");
    }

    [Fact]
    public async Task Somebody_signs_in_by_code_and_out_by_the_menu()
    {
        await using var me = await site.SomebodyAsync("nobody", NoScript);

        await Reach.AskForACodeAsync(site, me);
        await me.Page.GetByLabel("Six-digit code").FillAsync("12");
        await me.PressAsync("Sign in");
        await me.ShouldSeeAsync("Enter the six digits from the e-mail");

        await me.GoAsync("/sign-in");
        await me.Page.GetByRole(AriaRole.Button, new() { Name = "worker1@demo.example" }).ClickAsync();
        await me.ShouldBeAtAsync("/");
        await Reach.OpenMenuAsync(me);
        await me.PressAsync("Sign out");
        await me.ShouldSeeAsync("What's on");
    }

    [Fact]
    public async Task The_programme_is_searched_and_working_days_are_saved()
    {
        await using var me = await site.SomebodyAsync("worker", NoScript);

        await me.GoAsync("/");
        await me.Page.GetByLabel("Kind").SelectOptionAsync("Circle");
        await me.PressAsync("Show");
        await Assertions.Expect(me.Page.Locator(".bt-session .bt-tag").First).ToHaveTextAsync("Circle");

        await me.GoAsync("/me");
        await me.Page.GetByLabel("Friday").UncheckAsync();
        await me.PressAsync("Save my working days");
        await me.ShouldSeeAsync("Your working days are saved.");
    }

    [Fact]
    public async Task An_objective_is_set_noted_and_reflected_on_and_the_record_is_kept()
    {
        await using var me = await site.SomebodyAsync("worker", NoScript);

        await me.GoAsync("/development-plan");
        await me.FollowAsync("Add a training objective");
        await me.Page.GetByLabel("What I will do").FillAsync("Learn to wait");
        await me.PressAsync("Add to my plan");
        await me.Page.GetByLabel("Needs help").CheckAsync();
        await me.PressAsync("Add to the history");
        await me.Page.GetByText("Add something I did").ClickAsync();
        await me.Page.GetByLabel("In my words").FillAsync("Counted to ten");
        await me.PressAsync("Add it");
        await me.ShouldSeeAsync("Counted to ten");

        await me.GoAsync("/cpd");
        await me.Page.Locator("a[href*='source=reflection']").First.ClickAsync();
        await me.PressAsync("Save as a draft");
        await me.ShouldSeeAsync("Added as a draft.");
    }

    [Fact]
    public async Task The_desk_makes_a_session_and_cancels_it()
    {
        await using var desk = await site.SomebodyAsync("desk", NoScript);
        var day = site.Desk.NewDay();

        await desk.GoAsync("/desk/sessions/new");
        await desk.Page.GetByLabel("Title", new() { Exact = true }).FillAsync("Made without script");
        await desk.Page.GetByLabel("Kind").SelectOptionAsync("DirectWork");
        await desk.Page.GetByLabel("Date", new() { Exact = true }).FillAsync(Desk.Iso(day));
        await desk.Page.GetByLabel("Starts").FillAsync("10:00");
        await desk.Page.GetByLabel("Ends").FillAsync("11:00");
        await desk.Page.GetByLabel("Place", new() { Exact = true }).FillAsync("Town Hall");
        await desk.Page.GetByLabel("Places", new() { Exact = true }).FillAsync("5");
        await desk.PressAsync("Publish");
        await desk.ShouldSeeAsync("With a place (0)");

        await desk.FollowAsync("Cancel this session");
        await desk.PressAsync("Cancel the session");
        await desk.ShouldSeeAsync("Cancelled");
    }

    [Fact]
    public async Task The_desk_keeps_a_register()
    {
        await using var desk = await site.SomebodyAsync("desk", NoScript);

        await desk.GoAsync($"/desk/sessions/{await site.Desk.PastSessionAsync()}");
        await desk.Page.GetByLabel("Excused").First.CheckAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).First.ClickAsync();
        await Assertions.Expect(desk.Page.GetByLabel("Excused").First).ToBeCheckedAsync();
    }
}
