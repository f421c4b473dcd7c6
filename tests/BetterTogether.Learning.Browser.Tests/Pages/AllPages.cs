using BetterTogether.Learning.Browser.Tests.Running;

namespace BetterTogether.Learning.Browser.Tests.Pages;

/// <summary>Every page in each of its states. A new page or state is one line here.</summary>
internal static class AllPages
{
    private const string Nobody = "nobody";
    private const string Worker = "worker";

    public static readonly IReadOnlyList<Row> Rows =
    [
        new("/", "open to all", Nobody, "/"),
        new("/", "nothing found", Nobody, "/?Q=zzz"),
        new("/", "filtered", Worker, "/?Kind=DirectWork&Free=true"),
        new("/", "with my next session", "worker1", "/"),
        new("/", "with an offer", "worker3", "/"),
        new("/", "menu open", "desk", async (_, me) => { await me.GoAsync("/"); await Reach.OpenMenuAsync(me); }),

        new("/sessions/{id:guid}", "open to all", Nobody, async (site, me) => await me.GoAsync($"/sessions/{await site.Desk.SessionAsync()}")),
        new("/sessions/{id:guid}", "to book", Worker, async (site, me) => await me.GoAsync($"/sessions/{await site.Desk.SessionAsync()}")),
        new("/sessions/{id:guid}", "full", Worker, async (site, me) => await me.GoAsync($"/sessions/{await Reach.FullSessionAsync(site)}")),
        new("/sessions/{id:guid}", "mine", Worker, async (site, me) => await me.GoAsync($"/sessions/{await Reach.BookedSessionAsync(site, me)}")),
        new("/sessions/{id:guid}", "waiting", Worker, async (site, me) => await me.GoAsync($"/sessions/{await Reach.SessionIWaitForAsync(site, me)}")),
        new("/sessions/{id:guid}", "offered", Worker, async (site, me) => await me.GoAsync($"/sessions/{await Reach.OfferedSessionAsync(site, me)}")),
        new("/sessions/{id:guid}", "cancelled", Worker, async (site, me) => await me.GoAsync($"/sessions/{await Reach.CancelledSessionAsync(site)}")),
        new("/sessions/{id:guid}", "error: clash", Worker, Reach.ClashAsync),
        new("/sessions/{id:guid}", "for my people", "manager", async (site, me) => { await me.GoAsync($"/sessions/{await site.Desk.SessionAsync()}"); await me.Page.GetByText("Book for one of your people").ClickAsync(); }),
        new("/sessions/{id:guid}", "draft", "desk", async (site, me) => await me.GoAsync($"/sessions/{await Reach.DraftAsync(site)}")),

        new("/learning-wednesday/{day}", "to choose", Worker, async (site, me) => await me.GoAsync($"/learning-wednesday/{Desk.Iso(await site.Desk.NextLearningWednesdayAsync())}")),
        new("/learning-wednesday/{day}", "nothing published", Worker, "/learning-wednesday/2031-01-01"),
        new("/learning-wednesday/{day}", "partly mine", Worker, async (site, me) => await me.GoAsync($"/learning-wednesday/{Desk.Iso(await Reach.BookedDayAsync(site, me))}")),
        new("/learning-wednesday/{day}", "error: clash", Worker, Reach.ClashOnADayAsync),
        new("/learning-wednesday/{day}/booked", "nothing booked", Worker, async (site, me) => await me.GoAsync($"/learning-wednesday/{Desk.Iso(await site.Desk.LearningWednesdayAsync())}/booked")),
        new("/learning-wednesday/{day}/booked", "a place and a list", Worker, async (site, me) => await me.GoAsync($"/learning-wednesday/{Desk.Iso(await Reach.BookedDayAsync(site, me))}/booked")),

        new("/my-bookings", "nothing booked", "admin", "/my-bookings"),
        new("/my-bookings", "one of each", Worker, Reach.OneOfEachAsync),
        new("/my-bookings", "offered", "worker3", "/my-bookings"),
        new("/my-bookings", "all earlier ones", "worker1", "/my-bookings?all=true"),

        new("/bookings/{id:guid}", "a place", Worker, async (site, me) => await me.GoAsync($"/bookings/{Desk.Id(await me.BookAsync(await site.Desk.SessionAsync()))}")),
        new("/bookings/{id:guid}", "waiting", Worker, async (site, me) => await me.GoAsync($"/bookings/{Desk.Id(await me.BookAsync(await Reach.FullSessionAsync(site)))}")),
        new("/bookings/{id:guid}", "offered", Worker, async (site, me) => { await Reach.OfferedSessionAsync(site, me); await Reach.OpenBookingAsync(me, "offered"); }),
        new("/bookings/{id:guid}", "cancelled", Worker, Reach.CancelledBookingAsync),
        new("/bookings/{id:guid}", "session cancelled", Worker, async (site, me) => { await site.Desk.CancelAsync(await Reach.BookedSessionAsync(site, me)); await Reach.OpenBookingAsync(me, "cancelled"); }),
        new("/bookings/{id:guid}", "attended", "worker1", async (_, me) => { await me.GoAsync("/my-bookings"); await me.Page.GetByText("You came").Locator("xpath=ancestor::li").First.GetByRole(AriaRole.Link).First.ClickAsync(); }),
        new("/bookings/{id:guid}", "error: no longer offered", Worker, Reach.LateAcceptAsync),

        new("/my-people", "filled", "manager", async (_, me) => { await me.GoAsync("/my-people"); await me.Page.GetByText("Release or swap").First.ClickAsync(); }),
        new("/my-people", "nobody", "admin", "/my-people"),

        new("/sign-in", "empty", Nobody, "/sign-in"),
        new("/sign-in", "error", Nobody, async (_, me) => { await me.GoAsync("/sign-in"); await me.PressAsync("Send me a code"); }),
        new("/sign-in/code", "empty", Nobody, Reach.AskForACodeAsync),
        new("/sign-in/code", "sent again", Nobody, async (site, me) => { await Reach.AskForACodeAsync(site, me); await me.PressAsync("Send a new code"); }),
        new("/sign-in/code", "error", Nobody, async (site, me) => { await Reach.AskForACodeAsync(site, me); await me.PressAsync("Sign in"); }),

        new("/me", "filled", "facilitator", "/me"),
        new("/me", "saved", Worker, async (_, me) => { await me.GoAsync("/me"); await me.PressAsync("Save my working days"); }),

        new("/people", "filled", "desk", "/people"),
        new("/people", "nobody found", "desk", "/people?q=zzz"),
        new("/people", "last page", "admin", "/people?page-number=2"),
        new("/people/new", "empty", "desk", "/people/new"),
        new("/people/new", "error", "admin", async (_, me) => { await me.GoAsync("/people/new"); await me.PressAsync("Add this person"); }),
        new("/people/{id:guid}", "to change", "admin", (_, me) => Reach.OpenPersonAsync(me, "worker15@")),
        new("/people/{id:guid}", "an administrator", "desk", (_, me) => Reach.OpenPersonAsync(me, "admin@")),
        new("/people/{id:guid}", "error", "desk", async (_, me) => { await Reach.OpenPersonAsync(me, "worker15@"); await me.Page.GetByLabel("E-mail address").FillAsync("nobody"); await me.PressAsync("Save"); }),

        new("/desk", "filled", "desk", "/desk"),
        new("/desk", "nothing found", "desk", "/desk?q=zzz"),
        new("/desk", "my private sessions", "facilitator", "/desk"),
        new("/desk/sessions/new", "empty", "desk", "/desk/sessions/new"),
        new("/desk/sessions/new", "error", "desk", async (_, me) => { await me.GoAsync("/desk/sessions/new"); await me.PressAsync("Publish"); }),
        new("/desk/sessions/{id:guid}", "nobody yet", "desk", async (site, me) => await me.GoAsync($"/desk/sessions/{await site.Desk.SessionAsync()}")),
        new("/desk/sessions/{id:guid}", "places and a list", "desk", async (site, me) => await me.GoAsync($"/desk/sessions/{await Reach.SessionWithAListAsync(site)}")),
        new("/desk/sessions/{id:guid}", "draft", "desk", async (site, me) => await me.GoAsync($"/desk/sessions/{await Reach.DraftAsync(site)}")),
        new("/desk/sessions/{id:guid}", "cancelled", "desk", async (site, me) => await me.GoAsync($"/desk/sessions/{await Reach.CancelledSessionAsync(site)}")),
        new("/desk/sessions/{id:guid}", "register", "desk", async (site, me) => await me.GoAsync($"/desk/sessions/{await site.Desk.PastSessionAsync()}")),
        new("/desk/sessions/{id:guid}/edit", "filled", "desk", async (site, me) => await me.GoAsync($"/desk/sessions/{await site.Desk.SessionAsync()}/edit")),
        new("/desk/sessions/{id:guid}/edit", "error", "desk", async (site, me) => { await me.GoAsync($"/desk/sessions/{await site.Desk.SessionAsync()}/edit"); await me.Page.GetByLabel("Places", new() { Exact = true }).FillAsync("many"); await me.PressAsync("Save changes"); }),
        new("/desk/sessions/{id:guid}/cancel", "published", "desk", async (site, me) => await me.GoAsync($"/desk/sessions/{await Reach.SessionWithAListAsync(site)}/cancel")),
        new("/desk/sessions/{id:guid}/cancel", "draft", "desk", async (site, me) => await me.GoAsync($"/desk/sessions/{await Reach.DraftAsync(site)}/cancel")),
        new("/desk/series/new", "empty", "desk", "/desk/series/new"),
        new("/desk/series/new", "error", "desk", async (_, me) => { await me.GoAsync("/desk/series/new"); await me.PressAsync("Preview"); }),
        new("/desk/series/new", "preview", "desk", (_, me) => Reach.PreviewSeriesAsync(me)),
        new("/desk/series/{id:guid}", "filled", "desk", async (site, me) => await me.GoAsync($"/desk/series/{await site.Desk.SeriesAsync()}")),
        new("/admin/invariants", "all is fine", "admin", "/admin/invariants"),

        new("/error/{status:int}", "404", Nobody, "/not/there", 404),
        new("/error/{status:int}", "403", Worker, "/people", 403),
        new("/error/{status:int}", "500", Nobody, "/error/500", 500),

        new("/privacy", "read", Nobody, "/privacy"),
        new("/accessibility", "read", Nobody, "/accessibility"),

        new("/dev/mailbox", "filled", Nobody, async (site, me) => { await Reach.AskForACodeAsync(site, me); await me.GoAsync("/dev/mailbox"); }),
        new("/dev/mailbox/{file}", "a code", Nobody, async (site, me) => { await Reach.AskForACodeAsync(site, me); await me.OpenMailAsync("code"); }),
        new("/dev/mailbox/{file}", "an invite", Worker, async (site, me) => { await Reach.BookedSessionAsync(site, me); await me.OpenMailAsync("Interviewing"); }),
    ];

    /// <summary>A session to read, a day to choose from, my bookings, a form with errors and a table: looked at in the dark and in forced colours too.</summary>
    public static readonly IReadOnlyList<(string Page, string State)> Chosen =
    [
        ("/", "with an offer"), ("/sessions/{id:guid}", "full"), ("/learning-wednesday/{day}", "partly mine"), ("/people/new", "error"), ("/people", "filled"),
    ];

    public static Row Find(string page, string state) => Rows.Single(row => row.Page == page && row.State == state);
}
