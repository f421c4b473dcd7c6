using BetterTogether.Learning.Browser.Tests.Running;

namespace BetterTogether.Learning.Browser.Tests.Pages;

/// <summary>How a page comes to be in a state: what somebody, or the learning desk, does for it.</summary>
internal static class Reach
{
    /// <summary>The record of the registration year that day was in: from 1 December on the page opens on the next one, in which nothing is yet.</summary>
    public static string CpdOf(int daysAgo, string page = "/cpd")
    {
        var day = TimeProvider.System.GetUtcNow().AddDays(-daysAgo);
        return $"{page}?year={(day.Month == 12 ? day.Year + 1 : day.Year)}";
    }

    public static async Task OpenMenuAsync(Someone me)
    {
        var menu = me.Page.Locator(".bt-nav__fold > summary");
        if (await menu.IsVisibleAsync()) { await menu.ClickAsync(); }
    }

    public static async Task<string> FullSessionAsync(Site site)
    {
        var session = await site.Desk.SessionAsync(capacity: 1);
        await using var first = await site.SomebodyAsync("worker");
        await first.BookAsync(session);
        return session;
    }

    public static async Task<string> BookedSessionAsync(Site site, Someone me)
    {
        var session = await site.Desk.SessionAsync();
        await me.BookAsync(session);
        return session;
    }

    public static async Task<string> SessionIWaitForAsync(Site site, Someone me)
    {
        var session = await FullSessionAsync(site);
        await me.BookAsync(session);
        return session;
    }

    public static async Task<string> OfferedSessionAsync(Site site, Someone me)
    {
        var session = await site.Desk.SessionAsync(capacity: 1);
        await using var first = await site.SomebodyAsync("worker");
        var place = await first.BookAsync(session);
        await me.BookAsync(session);
        await first.AnswerAsync(Desk.Id(place), "cancel");
        return session;
    }

    public static async Task<string> SessionWithAListAsync(Site site)
    {
        var session = await FullSessionAsync(site);
        await using var next = await site.SomebodyAsync("worker");
        await next.BookAsync(session);
        return session;
    }

    public static Task<string> DraftAsync(Site site) => site.Desk.SessionAsync(site.Desk.NewDay(), 10, "Still being planned", 8, "directWork", "draft");

    public static async Task<string> CancelledSessionAsync(Site site)
    {
        var session = await site.Desk.SessionAsync();
        await site.Desk.CancelAsync(session);
        return session;
    }

    public static async Task ClashAsync(Site site, Someone me)
    {
        var day = site.Desk.NewDay();
        await me.BookAsync(await site.Desk.SessionAsync(day, 10, "Genograms", 5, "directWork"));
        await me.GoAsync($"/sessions/{await site.Desk.SessionAsync(day, 10, "Life story work", 5, "directWork")}");
        await me.PressAsync("Book this place");
        await me.ShouldSeeAsync("Book both anyway");
    }

    /// <summary>A place on one session of the day, the list of another.</summary>
    public static async Task<DateOnly> BookedDayAsync(Site site, Someone me)
    {
        var day = await site.Desk.LearningWednesdayAsync();
        var full = await site.Desk.SessionAsync(day, 15, "Restorative practice with whole families", 1, "learningWednesday");
        await using var first = await site.SomebodyAsync("worker");
        await first.BookAsync(full);
        await me.BookAsync(full);
        await me.BookAsync(await site.Desk.SessionAsync(day, 13, "Motivational conversations", 10, "learningWednesday"));
        return day;
    }

    public static async Task ClashOnADayAsync(Site site, Someone me)
    {
        var day = await site.Desk.LearningWednesdayAsync();
        await me.BookAsync(await site.Desk.SessionAsync(day, 10, "Genograms", 5, "directWork"));
        await me.GoAsync($"/learning-wednesday/{Desk.Iso(day)}");
        await me.Page.GetByLabel("Words that care").CheckAsync();
        await me.PressAsync("Book these sessions");
        await me.ShouldSeeAsync("Book all of these anyway");
    }

    public static async Task OneOfEachAsync(Site site, Someone me)
    {
        await BookedSessionAsync(site, me);
        await SessionIWaitForAsync(site, me);
        await OfferedSessionAsync(site, me);
        await site.Desk.CancelAsync(await BookedSessionAsync(site, me));
        await me.GoAsync("/my-bookings");
    }

    public static async Task OpenBookingAsync(Someone me, string status)
    {
        var booking = (await me.BookingsAsync()).First(b => b.GetProperty("status").GetString() == status);
        await me.GoAsync($"/bookings/{Desk.Id(booking)}");
    }

    public static async Task CancelledBookingAsync(Site site, Someone me)
    {
        await me.GoAsync($"/bookings/{Desk.Id(await me.BookAsync(await site.Desk.SessionAsync()))}");
        await me.PressAsync("I can't come");
        await me.ShouldSeeAsync("Cancelled");
    }

    public static async Task LateAcceptAsync(Site site, Someone me)
    {
        await OfferedSessionAsync(site, me);
        await OpenBookingAsync(me, "offered");
        await me.AnswerAsync(me.Path.Split('/')[^1], "decline");
        await me.PressAsync("Take the place");
        await me.ShouldSeeAsync("Please look at this again");
    }

    /// <summary>Only so many codes an hour go to one address, so each time it is somebody else who asks.</summary>
    public static async Task AskForACodeAsync(Site site, Someone me)
    {
        me.Email = site.NewcomersEmail();
        await me.GoAsync("/sign-in");
        await me.Page.GetByLabel("Your work e-mail address").FillAsync(me.Email);
        await me.PressAsync("Send me a code");
        await me.ShouldBeAtAsync("/sign-in/code");
    }

    public static async Task OpenDeskMailAsync(Someone me, string about)
    {
        await me.GoAsync("/desk/mail");
        await me.Page.GetByRole(AriaRole.Link, new() { Name = about }).First.ClickAsync();
    }

    public static async Task CodeMailAsync(Site site, Someone me)
    {
        await using var stranger = await site.SomebodyAsync("nobody");
        await AskForACodeAsync(site, stranger);
        await OpenDeskMailAsync(me, "Sign in: code");
    }

    public static async Task PreviewSeriesAsync(Someone me)
    {
        await me.GoAsync("/desk/series/new");
        await me.Page.GetByLabel("Name of the series").FillAsync("Reflective Thursdays");
        await me.Page.GetByLabel("Places in each session").FillAsync("12");
        await me.PressAsync("Preview");
        await me.ShouldSeeAsync("Nothing is saved yet");
    }

    public static async Task OpenObjectiveAsync(Someone me, string title)
    {
        await me.GoAsync("/development-plan");
        await me.FollowAsync(title);
    }

    /// <summary>A person's id, as the desk finds it.</summary>
    public static async Task<string> PersonAsync(Site site, string email)
    {
        await using var desk = await site.SomebodyAsync("desk");
        await OpenPersonAsync(desk, email);
        await desk.Page.WaitForURLAsync("**/people/*");
        return desk.Path.Split('/')[^1];
    }

    public static async Task OpenPersonAsync(Someone me, string email)
    {
        await me.GoAsync("/people?q=" + Uri.EscapeDataString(email));
        await me.Page.Locator("tbody th a").First.ClickAsync();
    }
}
