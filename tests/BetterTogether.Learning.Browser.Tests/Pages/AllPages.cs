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
        new("/my-bookings", "a place in a session's circle", Worker, async (site, me) => { await ReachCircles.OfASessionAsync(site, me); await me.GoAsync("/my-bookings"); }),
        new("/my-bookings", "all earlier ones", "worker1", "/my-bookings?all=true"),

        new("/bookings/{id:guid}", "a place", Worker, async (site, me) => await me.GoAsync($"/bookings/{Desk.Id(await me.BookAsync(await site.Desk.SessionAsync()))}")),
        new("/bookings/{id:guid}", "waiting", Worker, async (site, me) => await me.GoAsync($"/bookings/{Desk.Id(await me.BookAsync(await Reach.FullSessionAsync(site)))}")),
        new("/bookings/{id:guid}", "offered", Worker, async (site, me) => { await Reach.OfferedSessionAsync(site, me); await Reach.OpenBookingAsync(me, "offered"); }),
        new("/bookings/{id:guid}", "cancelled", Worker, Reach.CancelledBookingAsync),
        new("/bookings/{id:guid}", "session cancelled", Worker, async (site, me) => { await site.Desk.CancelAsync(await Reach.BookedSessionAsync(site, me)); await Reach.OpenBookingAsync(me, "cancelled"); }),
        new("/bookings/{id:guid}", "attended", "worker1", async (_, me) => { await me.GoAsync("/my-bookings"); await me.Page.GetByText("You came").Locator("xpath=ancestor::li").First.GetByRole(AriaRole.Link).First.ClickAsync(); }),
        new("/bookings/{id:guid}", "error: no longer offered", Worker, Reach.LateAcceptAsync),

        new("/my-calendar", "no address", Worker, "/my-calendar"),
        new("/my-calendar", "my address", Worker, async (_, me) => { await me.GoAsync("/my-calendar"); await me.PressAsync("Make my address"); }),

        new("/my-people", "filled", "manager", async (_, me) => { await me.GoAsync("/my-people"); await me.Page.GetByText("Release or swap").First.ClickAsync(); }),
        new("/my-people", "nobody", "admin", "/my-people"),
        new("/my-people", "complete ones to read", "worker300", "/my-people#to-read"),
        new("/my-people/stand-ins", "empty", "worker8", "/my-people/stand-ins"),
        new("/my-people/stand-ins", "error", "worker8", async (_, me) => { await me.GoAsync("/my-people/stand-ins"); await me.PressAsync("Let them stand in"); }),

        new("/people/{id:guid}/stand-ins", "agreed, error", "desk", ReachReviews.StandInForAsync),

        new("/my-review", "not due", "worker17", "/my-review"),
        new("/reviews/{id:guid}", "not started", "worker7", "/my-review"),
        new("/reviews/{id:guid}", "preparing", "worker4", "/my-review"),
        new("/reviews/{id:guid}", "shared", "worker3", "/my-review"),
        new("/reviews/{id:guid}", "to confirm, as line manager", "manager", (_, me) => ReachReviews.OpenAsync(me, "One of you has confirmed")),
        new("/reviews/{id:guid}", "complete", "worker1", "/my-review"),
        new("/reviews/{id:guid}", "away", "worker9", "/my-review"),
        new("/reviews/{id:guid}", "everything open", "worker3", async (_, me) => { await me.GoAsync("/my-review"); foreach (var fold in await me.Page.Locator("main summary").AllAsync()) { await fold.ClickAsync(); } }),
        new("/reviews/{id:guid}", "error: held in the future", "worker2", async (_, me) => { await me.GoAsync("/my-review"); await me.Page.GetByLabel("The day you talked").FillAsync("2099-01-01"); await me.PressAsync("Save what came of it"); }),
        new("/reviews/{id:guid}", "two texts", "worker14", ReachReviews.TwoTextsAsync),
        new("/reviews/{id:guid}", "to read, from above", "worker300", async (_, me) => { await me.GoAsync("/my-people"); await me.Page.Locator("section[aria-labelledby=to-read] a").First.ClickAsync(); await me.ShouldSeeAsync("I have read this"); }),
        new("/reviews/{id:guid}/print", "complete", "worker1", async (_, me) => { await me.GoAsync("/my-review"); await me.Page.GetByText("Print it").ClickAsync(); }),
        new("/sign-in/kept", "signed out while writing", "worker4", ReachReviews.KeptFormAsync),

        new("/desk/reviews", "filled", "desk", "/desk/reviews"),
        new("/desk/reviews/edit/{id:guid?}", "to plan", "desk", "/desk/reviews/edit"),
        new("/desk/reviews/edit/{id:guid?}", "error", "desk", async (_, me) => { await me.GoAsync("/desk/reviews/edit"); await me.Page.GetByLabel("The year as people say it").FillAsync(""); await me.PressAsync("Save"); }),
        new("/desk/reviews/{id:guid}", "figures", "desk", ReachReviews.FiguresAsync),
        new("/desk/reviews/{id:guid}/people", "filled", "desk", async (site, me) => { await ReachReviews.FiguresAsync(site, me); await me.FollowAsync("Who is due"); }),
        new("/desk/reviews/{id:guid}/people/{personId:guid}", "two posts", "desk", ReachReviews.DuePersonAsync),

        new("/development-plan/{personId:guid?}", "empty", Worker, "/development-plan"),
        new("/development-plan/{personId:guid?}", "filled, the year in words", "worker1", async (_, me) => { await me.GoAsync("/development-plan"); await me.Page.GetByText("The year in words").ClickAsync(); }),
        new("/development-plan/{personId:guid?}", "the year before", "worker1", async (_, me) => { await me.GoAsync("/development-plan"); await me.Page.GetByRole(AriaRole.Link, new() { Name = "Year before" }).ClickAsync(); await me.ShouldSeeAsync("Goes on in the next year"); }),
        new("/development-plan/{personId:guid?}", "of one of my people", "manager", async (site, me) => await me.GoAsync($"/development-plan/{await Reach.PersonAsync(site, "worker1@")}")),
        new("/objectives/new", "wellbeing", Worker, "/objectives/new?kind=Wellbeing"),
        new("/objectives/new", "error, from a circle", Worker, async (_, me) => { await me.GoAsync("/objectives/new?from=circle"); await me.PressAsync("Add to my plan"); }),
        new("/objectives/{id:guid}", "with a history", "worker1", async (_, me) => { await Reach.OpenObjectiveAsync(me, "Draw genograms with families, not about them"); await me.Page.GetByText("Add something I did").ClickAsync(); }),
        new("/objectives/{id:guid}", "error, wellbeing", "worker1", async (_, me) => { await Reach.OpenObjectiveAsync(me, "Two evenings a week without the work phone"); await me.PressAsync("Add to the history"); }),
        new("/objectives/{id:guid}/edit", "filled", "worker1", async (_, me) => { await Reach.OpenObjectiveAsync(me, "Hold a family meeting in a circle once a month"); await me.FollowAsync("Change this objective"); await me.ShouldSeeAsync("Save changes"); }),
        new("/objectives/{id:guid}/carry", "error", "worker1", async (_, me) => { await Reach.OpenObjectiveAsync(me, "Become a practice educator"); await me.PressAsync("Stop it"); }),

        new("/cpd", "empty", Worker, "/cpd"),
        new("/cpd", "filled", "worker1", async (_, me) => { await me.GoAsync("/cpd"); await me.Page.GetByText("Choose a checklist").ClickAsync(); }),
        new("/cpd", "one set aside", "worker2", async (_, me) => { await me.GoAsync("/cpd"); await me.Page.GetByText("Not for my record").First.ClickAsync(); await me.ShouldSeeAsync("It is set aside."); await me.Page.GetByText("Show what I set aside").ClickAsync(); }),
        new("/cpd/new", "error", Worker, async (_, me) => { await me.GoAsync("/cpd/new"); await me.PressAsync("Save: it is ready"); await me.Page.GetByText("Standards and capabilities it belongs to").ClickAsync(); }),
        new("/cpd/{id:guid}", "ready", "worker1", async (_, me) => { await me.GoAsync("/cpd"); await me.FollowAsync("What I do when nobody speaks"); await me.Page.GetByText("Take it out of my record").ClickAsync(); }),
        new("/cpd/print", "filled", "worker1", "/cpd/print"),
        new("/circles", "mine", "facilitator", "/circles"),
        new("/circles", "none", Worker, "/circles"),
        new("/circles", "did not begin, called off", "facilitator", ReachCircles.NotBegunAsync),
        new("/circles/plan/{id:guid?}", "empty", "facilitator", "/circles/plan"),
        new("/circles/plan/{id:guid?}", "error", "desk", async (_, me) => { await me.GoAsync("/circles/plan"); await me.PressAsync("Plan this circle"); }),
        new("/circles/formats", "with one of ours", "desk", async (site, me) => { await ReachCircles.CopyAFormatAsync(me); await me.GoAsync("/circles/formats"); }),
        new("/circles/formats/{id:guid}", "error", "desk", async (_, me) => { await ReachCircles.CopyAFormatAsync(me); await me.Page.GetByLabel("Minutes, part 1").FillAsync("long"); await me.PressAsync("Save the format"); }),
        new("/circles/{id:guid}", "door", Worker, ReachCircles.DoorAsync),
        new("/circles/{id:guid}", "waiting", Worker, ReachCircles.WaitingAsync),
        new("/circles/{id:guid}", "waiting, facilitator", "facilitator", ReachCircles.BeginAsync),
        new("/circles/{id:guid}", "next", Worker, ReachCircles.NextAsync),
        new("/circles/{id:guid}", "the piece is mine, in writing", Worker, ReachCircles.MineAsync),
        new("/circles/{id:guid}", "facilitator, with a worry", "facilitator", ReachCircles.WorryAsync),
        new("/circles/{id:guid}", "whoever is ready", Worker, ReachCircles.WhoeverIsReadyAsync),
        new("/circles/{id:guid}", "on a break", Worker, ReachCircles.BreakAsync),
        new("/circles/{id:guid}", "over", Worker, ReachCircles.OverAsync),
        new("/circles/{id:guid}", "over, facilitator", "facilitator", ReachCircles.OverForFacilitatorAsync),
        new("/circles/{id:guid}", "called off", "facilitator", ReachCircles.CalledOffAsync),
        new("/circles/{id:guid}/wall", "somebody has the piece", "facilitator", ReachCircles.WallAsync),
        new("/circles/{id:guid}/answer", "to ask", "facilitator", ReachCircles.AnswerAsync),
        new("/circles/{id:guid}/record", "written", "facilitator", ReachCircles.RecordAsync),
        new("/circles/{id:guid}/worries/{message}", "nobody's", Worker, "/circles/00000000-0000-0000-0000-000000000000/worries/m1", 404),
        new("/circles/answers", "nothing or some", Worker, "/circles/answers"),
        new("/circles/left", "asked to leave", Worker, "/circles/left"),
        new("/circles/left", "without managers", Worker, "/circles/left?manages=true"),
        new("/circles/agreements", "to write", "desk", "/circles/agreements"),
        new("/circles/questions", "to fill", "facilitator", "/circles/questions"),
        new("/check-in", "error", Nobody, async (_, me) => { await me.GoAsync("/check-in"); await me.PressAsync("Draw a question"); }),
        new("/check-in/{code}", "going round", Nobody, async (_, me) => { await me.GoAsync("/check-in"); await me.Page.GetByLabel("How many people are you?").FillAsync("12"); await me.PressAsync("Draw a question"); }),

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
        new("/desk", "sessions I lead", "facilitator", "/desk"),
        new("/desk/sessions/new", "empty", "desk", "/desk/sessions/new"),
        new("/desk/sessions/new", "error", "desk", async (_, me) => { await me.GoAsync("/desk/sessions/new"); await me.PressAsync("Publish"); }),
        new("/desk/sessions/{id:guid}", "nobody yet", "desk", async (site, me) => await me.GoAsync($"/desk/sessions/{await site.Desk.SessionAsync()}")),
        new("/desk/sessions/{id:guid}", "places and a list", "desk", async (site, me) => await me.GoAsync($"/desk/sessions/{await Reach.SessionWithAListAsync(site)}")),
        new("/desk/sessions/{id:guid}", "draft", "desk", async (site, me) => await me.GoAsync($"/desk/sessions/{await Reach.DraftAsync(site)}")),
        new("/desk/sessions/{id:guid}", "cancelled", "desk", async (site, me) => await me.GoAsync($"/desk/sessions/{await Reach.CancelledSessionAsync(site)}")),
        new("/desk/sessions/{id:guid}", "register", "desk", async (site, me) => await me.GoAsync($"/desk/sessions/{await site.Desk.PastSessionAsync()}")),
        new("/desk/sessions/{id:guid}", "a circle I facilitate", "facilitator", async (site, me) => { await using var other = await site.SomebodyAsync("worker"); await me.GoAsync($"/desk/sessions/{await ReachCircles.OfASessionAsync(site, other)}"); }),
        new("/desk/sessions/{id:guid}/edit", "filled", "desk", async (site, me) => await me.GoAsync($"/desk/sessions/{await site.Desk.SessionAsync()}/edit")),
        new("/desk/sessions/{id:guid}/edit", "error", "desk", async (site, me) => { await me.GoAsync($"/desk/sessions/{await site.Desk.SessionAsync()}/edit"); await me.Page.GetByLabel("Places", new() { Exact = true }).FillAsync("many"); await me.PressAsync("Save changes"); }),
        new("/desk/sessions/{id:guid}/cancel", "published", "desk", async (site, me) => await me.GoAsync($"/desk/sessions/{await Reach.SessionWithAListAsync(site)}/cancel")),
        new("/desk/sessions/{id:guid}/cancel", "draft", "desk", async (site, me) => await me.GoAsync($"/desk/sessions/{await Reach.DraftAsync(site)}/cancel")),
        new("/desk/series/new", "empty", "desk", "/desk/series/new"),
        new("/desk/series/new", "error", "desk", async (_, me) => { await me.GoAsync("/desk/series/new"); await me.PressAsync("Preview"); }),
        new("/desk/series/new", "preview", "desk", (_, me) => Reach.PreviewSeriesAsync(me)),
        new("/desk/reminders", "error", "desk", async (_, me) => { await me.GoAsync("/desk/reminders"); await me.Page.GetByLabel("How many days").FillAsync("many"); await me.PressAsync("Save reminders"); }),
        new("/desk/reminders", "saved", "desk", async (_, me) => { await me.GoAsync("/desk/reminders"); await me.PressAsync("Save reminders"); }),
        new("/desk/series/{id:guid}", "filled", "desk", async (site, me) => await me.GoAsync($"/desk/series/{await site.Desk.SeriesAsync()}")),
        new("/desk/mail", "filled", "desk", async (site, me) => { await Reach.FullSessionAsync(site); await me.GoAsync("/desk/mail"); }),
        new("/desk/mail", "nothing found", "desk", "/desk/mail?q=zzz"),
        new("/desk/mail/{id:guid}", "sent", "desk", async (site, me) => { await Reach.FullSessionAsync(site); await Reach.OpenDeskMailAsync(me, "Your place: Interviewing"); }),
        new("/desk/mail/{id:guid}", "a code", "desk", Reach.CodeMailAsync),
        new("/desk/mail/templates", "filled", "desk", "/desk/mail/templates"),
        new("/desk/mail/templates/{folder}/{name}", "preview", "desk", "/desk/mail/templates/bookings/confirmed"),
        new("/desk/mail/templates/{folder}/{name}", "test sent", "desk", async (_, me) => { await me.GoAsync("/desk/mail/templates/bookings/cancelled"); await me.PressAsync("Send a test to me"); await me.ShouldSeeAsync("A test is on its way"); }),
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
        ("/", "with an offer"), ("/sessions/{id:guid}", "full"), ("/learning-wednesday/{day}", "partly mine"), ("/people/new", "error"), ("/people", "filled"), ("/circles/{id:guid}", "the piece is mine, in writing"),
    ];

    public static Row Find(string page, string state) => Rows.Single(row => row.Page == page && row.State == state);
}
