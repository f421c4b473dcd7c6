using System.Globalization;
using System.Text.RegularExpressions;
using BetterTogether.Learning.Browser.Tests.Running;

namespace BetterTogether.Learning.Browser.Tests.Jobs;

[Collection(SiteTests.Name)]
public sealed partial class KeyboardTests(Site site)
{
    [Fact]
    public async Task Sign_in_book_two_sessions_see_the_confirmation_and_cancel_one()
    {
        await using var me = await site.SomebodyAsync("nobody");
        var keys = new Keyboard(me.Page);
        var email = site.NewcomersEmail();
        await SignInAsync(me, keys, email);
        var before = (await me.BookingsAsync()).Select(Desk.Id).ToHashSet();

        var day = await site.Desk.NextLearningWednesdayAsync();
        var words = day.ToString("dddd d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
        await keys.OpenAsync("See the whole day and book several at once: " + words);
        await me.ShouldSeeAsync(words);
        var titles = await TwoTitlesAsync(me);
        foreach (var title in titles)
        {
            await keys.ToAsync("Nothing in this slot");
            await keys.ChooseAsync(title);
        }
        await keys.OpenAsync("Book these sessions");

        await me.ShouldBeAtAsync($"/learning-wednesday/{Desk.Iso(day)}/booked");
        await me.ShouldSeeAsync("You are booked.");
        foreach (var title in titles) { await me.ShouldSeeAsync(title); }
        await keys.OpenAsync(titles[1]);
        await keys.OpenAsync("I can't come");
        await me.ShouldSeeAsync("Cancelled");
        Assert.Equal(["cancelled", "confirmed"], (await me.BookingsAsync()).Where(b => !before.Contains(Desk.Id(b))).Select(b => b.GetProperty("status").GetString()!).Order());
    }

    [Fact]
    public async Task Join_the_list_of_a_full_session_and_leave_it()
    {
        var session = await Pages.Reach.FullSessionAsync(site);
        await using var me = await site.SomebodyAsync("worker");
        var keys = new Keyboard(me.Page);

        await me.GoAsync($"/sessions/{session}");
        await keys.OpenAsync("Join the waiting list");
        await me.ShouldSeeAsync("You are number 1 on the waiting list");
        await keys.OpenAsync("Leave the waiting list");
        await me.ShouldSeeAsync("Cancelled");
    }

    [Fact]
    public async Task Set_an_objective_say_how_it_goes_and_find_training_for_it()
    {
        await using var me = await site.SomebodyAsync("worker");
        var keys = new Keyboard(me.Page);

        await me.GoAsync("/development-plan");
        await keys.OpenAsync("Add a training objective");
        await keys.ToAsync("What I will do");
        await keys.TypeAsync("Draw genograms with families");
        await keys.OpenAsync("Add to my plan");
        await keys.ToAsync("Not started");
        await keys.ChooseAsync("On track");
        await keys.ToAsync("Note");
        await keys.TypeAsync("Bought the pens");
        await keys.OpenAsync("Add to the history");
        await me.ShouldSeeAsync("Bought the pens");
        await keys.ToAsync("Search");
        await keys.TypeAsync("genogram");
        await keys.OpenAsync("Find training");
        await me.ShouldSeeAsync("You are looking for training for one of your objectives");
    }

    [Fact]
    public async Task The_first_stop_leads_past_the_navigation_and_the_menu_opens_with_enter()
    {
        await using var me = await site.SomebodyAsync("worker", Screen.Phone);
        var keys = new Keyboard(me.Page);

        await me.GoAsync("/my-bookings");
        await keys.ToAsync("Skip to main content");
        await keys.PressAsync("Enter");
        await Assertions.Expect(me.Page.Locator("main")).ToBeFocusedAsync();

        await me.GoAsync("/my-bookings");
        await keys.ToAsync("Menu");
        await keys.PressAsync("Enter");
        await keys.OpenAsync("What's on");
        await me.ShouldBeAtAsync("/");
    }

    private static async Task SignInAsync(Someone me, Keyboard keys, string email)
    {
        await me.GoAsync("/sign-in");
        await keys.ToAsync("Your work e-mail address");
        await keys.TypeAsync(email);
        await keys.OpenAsync("Send me a code");
        var code = await CodeAsync(me, email);
        await keys.ToAsync("Six-digit code");
        await keys.TypeAsync(code);
        await keys.EnterAsync();
        await me.ShouldBeAtAsync("/");
    }

    // Read in a second tab, as from a mail program.
    private static async Task<string> CodeAsync(Someone me, string email)
    {
        var tab = await me.Page.Context.NewPageAsync();
        await using var mailbox = new Someone(tab, email) { IsATab = true };
        await mailbox.OpenMailAsync("code");
        return SixDigits().Match(await tab.Locator("main").InnerTextAsync()).Value;
    }

    /// <summary>A session with a place in each of the first two slots.</summary>
    private static async Task<IReadOnlyList<string>> TwoTitlesAsync(Someone me)
    {
        var free = me.Page.Locator(".bt-slot").Filter(new() { HasText = "places free" });
        var titles = new List<string>();
        for (var slot = 0; slot < 2; slot++)
        {
            titles.Add(await free.Nth(slot).Locator(".bt-choice").Filter(new() { HasText = "places free" }).First.Locator(".bt-choice__title").InnerTextAsync());
        }
        return titles;
    }

    [GeneratedRegex(@"\b\d{6}\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SixDigits();
}
