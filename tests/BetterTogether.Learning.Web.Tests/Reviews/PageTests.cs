using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Reviews;

/// <summary>The review's page without script.</summary>
public sealed class PageTests
{
    [Fact]
    public async Task From_preparing_to_the_printed_page()
    {
        await using var year = await Year.OpenAsync();
        var page = await (await year.Employee.HereAsync()).GetPageAsync(Links.MyReview);
        page.ShouldBeAt(year.Page).ShouldSay("Not started, after 31 May");
        page = await page.SubmitAsync("Save my preparation", ("Form.Preparation", "I am proud\nof the group"));
        page.ShouldSay("Nobody reads it until you share it").ShouldSay("I am proud of the group");
        (await year.OpenAsync(year.Manager)).ShouldNotSay("I am proud");
        page = await page.SubmitAsync($"Share with {year.Manager.Name}", ("Form.Preparation", "I am proud of the group and of you"));
        page.ShouldSay("Shared.");

        page = (await year.OpenAsync(year.Manager)).ShouldSay("I am proud of the group and of you");
        page = await page.SubmitAsync("Save what came of it", ("Form.Outcome", "We agreed"), ("Form.HeldOn", "2026-06-30"));
        page = await page.SubmitAsync("This is right: confirm");
        page.ShouldSay("One of you has confirmed");

        page = (await year.OpenAsync(year.Employee)).ShouldSay("has confirmed this. Read it once more");
        page = await page.SubmitAsync("This is right: confirm");
        page.ShouldSay("Complete").ShouldSay("It is locked");
        page = await page.SubmitAsync("Add it", ("Form.Comment", "Thank you for the time"));
        page.ShouldSay("Thank you for the time");
        (await page.FollowAsync("Print it")).ShouldSay("We agreed").ShouldSay("Tuesday 30 June 2026").ShouldSay((await year.NowAsync()).ContentHash!);
        page = await (await year.OpenAsync(year.Employee)).SubmitAsync("Reopen", ("Form.Reason", "A date was wrong"));
        page.ShouldSay("Reopened").ShouldSay("A date was wrong");
    }

    [Fact]
    public async Task Of_two_who_write_at_once_the_second_sees_both_texts_and_saves_them_together()
    {
        await using var year = await Year.OpenAsync();
        await year.WriteAsync("The first text");
        var (mine, theirs) = (await year.OpenAsync(year.Employee), await year.OpenAsync(year.Manager));
        await theirs.SubmitAsync("Save what came of it", ("Form.Outcome", "The manager's text"));

        var page = await mine.SubmitAsync("Save what came of it", ("Form.Outcome", "The employee's text"));

        page.ShouldSay("Two texts, and both are here").ShouldSay("The manager's text").ShouldSay("The employee's text");
        await page.SubmitAsync("Save what came of it", ("Form.Outcome", "The manager's text and the employee's"));
        Assert.Equal(("The manager's text and the employee's", 3), ((await year.NowAsync()).Outcome, (await year.NowAsync()).Version));
    }

    [Fact]
    public async Task Confirming_saves_what_is_in_the_box_first()
    {
        await using var year = await Year.OpenAsync();
        await year.WriteAsync("As saved");

        await (await year.OpenAsync(year.Employee)).SubmitAsync("This is right: confirm", ("Form.Outcome", "As typed since"));

        var now = await year.NowAsync();
        Assert.Equal(("As typed since", 2, ReviewStatus.OneConfirmed), (now.Outcome, now.Version, now.Status));
    }

    [Fact]
    public async Task Confirming_nothing_changes_nothing()
    {
        await using var year = await Year.OpenAsync();
        await (await year.OpenAsync(year.Employee)).SubmitAsync($"Share with {year.Manager.Name}", ("Form.Preparation", "I would rather talk"));

        var page = await (await year.OpenAsync(year.Manager)).SubmitAsync("This is right: confirm", ("Form.Outcome", ""));

        page.ShouldSay("Write down together what came of it first");
        Assert.Equal((0, null), ((await year.NowAsync()).Version, (await year.NowAsync()).HeldOn));
        page = await page.SubmitAsync("Save what came of it", ("Form.Outcome", "We agreed"));
        page.ShouldSay("Saved.").ShouldNotSay("Two texts");
    }

    [Fact]
    public async Task A_confirmation_that_is_refused_lets_one_go_on_from_what_it_saved()
    {
        await using var year = await Year.OpenAsync();
        await year.WriteAsync("We agreed");

        var page = await (await year.OpenAsync(year.Employee)).SubmitAsync("This is right: confirm", ("Form.Outcome", ""));

        page.ShouldSay("There is nothing to confirm yet");
        page = await page.SubmitAsync("Save what came of it", ("Form.Outcome", "We agreed on more"));
        page.ShouldSay("Saved.").ShouldNotSay("Two texts");
    }

    [Fact]
    public async Task What_is_refused_is_still_in_the_box()
    {
        await using var year = await Year.OpenAsync();
        await year.WriteAsync();

        var page = await (await year.OpenAsync(year.Employee)).SubmitAsync("Save what came of it", ("Form.Outcome", "Long thought about"), ("Form.HeldOn", "2026-07-03"));

        page.ShouldSay("cannot be in the future").ShouldSay("Long thought about");
    }

    [Fact]
    public async Task Once_somebody_has_confirmed_typing_saves_nothing_and_the_page_says_what_a_change_does()
    {
        await using var year = await Year.OpenAsync();
        await year.WriteAsync();
        var typed = new { text = "We agreed.", version = 1, typing = true };
        Assert.Equal(Links.ApiReview(year.Review.Id) + "/outcome", SavesAt(await year.OpenAsync(year.Employee)));
        (await year.Manager.PostAsync($"{year.Api}/confirm", new { version = 1 })).ShouldBe(System.Net.HttpStatusCode.OK);

        (await year.PutAsync(year.Employee, "outcome", typed)).ShouldBe(System.Net.HttpStatusCode.Conflict, "outcome-confirmed");
        Assert.Equal((1, ReviewStatus.OneConfirmed), ((await year.NowAsync()).Version, (await year.NowAsync()).Status));
        Assert.Equal("", SavesAt((await year.OpenAsync(year.Manager)).ShouldSay("A change takes your confirmation back")));
        var page = (await year.OpenAsync(year.Employee)).ShouldSay($"A change takes {year.Manager.Name}'s confirmation back");
        Assert.Equal("", SavesAt(page));
        await page.SubmitAsync("Save what came of it", ("Form.Outcome", "We agreed."));

        (await year.OpenAsync(year.Manager)).ShouldSay("Talked, time to confirm").ShouldNotSay("confirmed this").ShouldSay("You confirm it");
    }

    [Theory, InlineData(null, "2026-07-02"), InlineData("2026-07-20", ""), InlineData("2026-07-02", "2026-07-02"), InlineData("2026-06-25", "2026-06-25")]
    public async Task The_day_they_talked_is_not_said_for_them_while_they_mean_to_talk_on_another(string? planned, string prefilled)
    {
        await using var year = await Year.OpenAsync();
        await year.WriteAsync(typing: true);
        if (planned is not null)
        {
            await year.App.Ask(async db =>
            {
                (await db.Reviews.SingleAsync()).PlanFor(A.Period(planned + " 10:00"), null, A.London("2026-06-01 10:00"));
                return await db.SaveChangesAsync();
            });
        }

        var page = await year.OpenAsync(year.Employee);

        Assert.Equal(prefilled, page.Document.QuerySelector("[name='Form.HeldOn']")!.GetAttribute("value"));
        page.ShouldNotSay("You talked on");
        (await page.SubmitAsync("Save what came of it", ("Form.HeldOn", ""))).ShouldSay("Enter the day you talked");
        (await page.SubmitAsync("This is right: confirm", ("Form.HeldOn", "2026-06-25"))).ShouldSay("Thursday 25 June 2026").ShouldSay("One of you has confirmed");
    }

    [Fact]
    public async Task A_step_is_ticked_for_whoever_took_it()
    {
        await using var year = await Year.OpenAsync();
        await year.WriteAsync(typing: true);
        Assert.Equal(["done", "now", "", "", ""], Steps(await year.OpenAsync(year.Employee)));
        (await year.PutAsync(year.Employee, "outcome", new { text = "We agreed", version = 1, heldOn = "2026-06-25" })).ShouldBe(System.Net.HttpStatusCode.OK);

        Assert.Equal(["done", "", "done", "now", ""], Steps(await year.OpenAsync(year.Employee)));
        Assert.Equal(["", "done", "done", "now", ""], Steps(await year.OpenAsync(year.Manager)));
    }

    [Fact]
    public async Task A_form_that_comes_after_its_sign_in_has_ended_is_given_back_after_the_next()
    {
        await using var year = await Year.OpenAsync();
        var page = await year.OpenAsync(year.Employee);
        var here = await year.Employee.HereAsync();
        year.App.Clock.Jump(TimeSpan.FromHours(2));

        var kept = await page.SubmitAsync("Save my preparation", ("Form.Preparation", "Two hours of thought\nin two lines"));
        kept.ShouldSay("You have been signed out, and your words are here").ShouldSay("Two hours of thought in two lines");
        using var form = new FormUrlEncodedContent([new("email", year.Employee.Email)]);
        (await here.Http.PostAsync(Links.DevSignIn, form)).EnsureSuccessStatusCode();
        var again = await kept.SubmitAsync("I have signed in");
        again.ShouldSay("You are signed in again").ShouldSay("Two hours of thought in two lines");
        var saved = await again.SubmitAsync("Send it");

        saved.ShouldBeAt(year.Page).ShouldSay("Saved.");
        Assert.Equal("Two hours of thought\nin two lines", (await year.GetAsync(year.Employee)).Json.GetProperty("preparation").GetProperty("mine").GetString());
    }

    [Fact]
    public async Task Words_of_somebody_else_are_not_saved_as_ones_own()
    {
        await using var year = await Year.OpenAsync();
        var page = await year.OpenAsync(year.Employee);
        var here = await year.Employee.HereAsync();
        year.App.Clock.Jump(TimeSpan.FromHours(2));
        var kept = await page.SubmitAsync("Save my preparation", ("Form.Preparation", "The employee's own words"));
        using var form = new FormUrlEncodedContent([new("email", year.Manager.Email)]);
        (await here.Http.PostAsync(Links.DevSignIn, form)).EnsureSuccessStatusCode();

        (await kept.SubmitAsync("I have signed in")).ShouldSay("typed by somebody else").ShouldNotSay("The employee's own words");
        (await here.PutAsync($"{year.Api}/preparation", new { text = "The employee's own words", @as = year.Employee.Id })).ShouldBe(System.Net.HttpStatusCode.Conflict, "somebody-else");
    }

    [Fact]
    public async Task Where_the_learning_hub_is_the_record_the_page_says_where_to_copy_it()
    {
        await using var year = await Year.OpenAsync(settings: ("Reviews:HubLink", "https://hub.demo.example/forms"));
        await year.CompleteAsync();

        var page = await (await year.OpenAsync(year.Employee)).SubmitAsync("Note it as recorded", ("Form.RecordedOn", "2026-07-01"));

        page.ShouldSay("Recorded in the learning hub on Wednesday 1 July 2026");
    }

    [Theory, InlineData("2026-09-30", "true", false), InlineData("2026-10-01", "true", true), InlineData("2026-10-01", "false", false)]
    public async Task Half_way_there_is_a_short_talk_where_the_council_wants_one(string day, string setting, bool shown)
    {
        await using var year = await Year.OpenAsync(nowUtc: A.London(day + " 10:00"), settings: ("Reviews:MidYear", setting));
        await year.WriteAsync();
        var page = await year.OpenAsync(year.Employee);
        Assert.Equal(shown, page.Text.Contains("Half-way through the year", StringComparison.Ordinal));
        if (!shown) { return; }

        page = await page.ShouldSay("In October or November: a short talk").SubmitAsync("We talked: tick it", ("Form.MidYear", "Two days a week in the hub"));
        page = await page.ShouldSay("Enter the day you talked").SubmitAsync("We talked: tick it", ("Form.MidYearHeldOn", day));
        page.ShouldSay("Ticked.");
        var theirs = await (await year.OpenAsync(year.Manager)).ShouldSay("Two days a week in the hub").SubmitAsync("We talked: tick it");

        theirs.ShouldSay("Both of you have ticked it");
    }

    [Fact]
    public async Task Before_October_there_is_nothing_half_way_to_note_and_after_November_the_page_says_it_is_late()
    {
        await using var year = await Year.OpenAsync(nowUtc: A.London("2026-10-01 00:05"));
        var page = await year.OpenAsync(year.Employee);
        await year.App.Ask(db => db.Cycles.ExecuteUpdateAsync(set => set.SetProperty(c => c.Opens, A.Day("2027-04-01"))));
        (await page.SubmitAsync("We talked: tick it", ("Form.MidYear", "Already"), ("Form.MidYearHeldOn", "2026-09-30"))).ShouldSay("The talk half-way comes in October");
        Assert.False(await year.App.Ask(db => db.MidYearTalks.AnyAsync()));

        await using var late = await Year.OpenAsync(nowUtc: A.London("2026-12-01 10:00"));
        await late.WriteAsync();
        page = (await late.OpenAsync(late.Employee)).ShouldSay("Its time was October and November. If you talked then, you may still note what has changed");
        Assert.Equal("", page.Document.QuerySelector("[name='Form.MidYearHeldOn']")!.GetAttribute("value"));
        (await page.SubmitAsync("We talked: tick it", ("Form.MidYearHeldOn", "2026-11-20"))).ShouldSay("Write down what has changed. If it is nothing, say so.");
    }

    [Fact]
    public async Task After_November_nothing_is_half_way_from_a_review_they_have_not_talked_in()
    {
        await using var year = await Year.OpenAsync(nowUtc: A.London("2026-12-01 10:00"));
        await (await year.OpenAsync(year.Employee)).SubmitAsync("Save my preparation", ("Form.Preparation", "I am proud"));

        (await year.OpenAsync(year.Employee)).ShouldSay("Preparing").ShouldNotSay("Half-way");
        await year.WriteAsync(typing: true);
        (await year.OpenAsync(year.Manager)).ShouldNotSay("Half-way");
        (await year.PutAsync(year.Manager, "outcome", new { text = "We agreed", version = 1, heldOn = "2026-11-30" })).ShouldBe(System.Net.HttpStatusCode.OK);
        (await year.OpenAsync(year.Manager)).ShouldSay("Half-way through the year");
    }

    [Fact]
    public async Task Where_a_review_is_not_due_the_talk_half_way_is_all_there_is()
    {
        await using var year = await Year.OpenAsync(nowUtc: A.London("2026-12-01 10:00"));
        await year.App.Ask(db => db.Reviews.ExecuteUpdateAsync(set => set.SetProperty(r => r.NotDue, NotDueReason.Probation)));

        (await year.OpenAsync(year.Employee)).ShouldSay("Half-way through the year");
    }

    [Fact]
    public async Task The_time_to_talk_has_come_once_both_have_shared()
    {
        await using var year = await Year.OpenAsync();
        (await year.Employee.PostAsync($"{year.Api}/share")).ShouldBe(System.Net.HttpStatusCode.OK);
        await ShouldStandAsync("Shared by one of you");
        (await year.Manager.PostAsync($"{year.Api}/share")).ShouldBe(System.Net.HttpStatusCode.OK);
        await ShouldStandAsync("Shared, time to talk");
        (await year.PutAsync(year.Manager, "outcome", new { text = "We agreed", version = 0 })).ShouldBe(System.Net.HttpStatusCode.OK);
        await ShouldStandAsync("Talked, time to confirm");

        async Task ShouldStandAsync(string status)
        {
            (await year.OpenAsync(year.Employee)).ShouldSay($"{status}, after 31 May");
            (await (await year.Manager.HereAsync()).GetPageAsync(Links.MyPeople)).ShouldSay($"{status}, after 31 May");
        }
    }

    [Fact]
    public async Task A_planned_conversation_invites_both_and_says_nothing()
    {
        await using var year = await Year.OpenAsync();
        var page = await (await year.OpenAsync(year.Employee)).SubmitAsync("Plan and invite", ("Form.PlanDate", "2026-07-20"), ("Form.PlanStarts", "10:00"), ("Form.PlanEnds", "11:00"), ("Form.PlanPlace", "The quiet room"));
        page.ShouldSay("Monday 20 July 2026, 10am to 11am");

        foreach (var who in new[] { year.Employee, year.Manager })
        {
            var invite = Assert.Single(await year.MailsToAsync(who));
            Assert.Equal(("Better Together appointment", "REQUEST", "Better Together appointment", "PRIVATE"), (invite.Subject, invite.Method, invite.Line("SUMMARY:"), invite.Line("CLASS:")));
            Assert.DoesNotContain("review", string.Join('\n', invite.Calendar).Replace(year.Page, "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        }
        var mine = await (await (await year.Employee.HereAsync()).GetPageAsync(Links.MyCalendar)).SubmitAsync("Make my address");
        using var calendar = year.App.Anonymous();
        var feed = new Uri(mine.Document.QuerySelector("#address")!.GetAttribute("value")!).PathAndQuery;
        Assert.Contains((await year.MailsToAsync(year.Employee))[0].Uid, (await calendar.GetAsync(feed)).Body, StringComparison.Ordinal);
        await page.SubmitAsync("Call it off");
        Assert.DoesNotContain("BEGIN:VEVENT", (await calendar.GetAsync(feed)).Body, StringComparison.Ordinal);
        Assert.Contains(await year.MailsToAsync(year.Manager), m => m.Method == "CANCEL");
    }

    private static string? SavesAt(Page page) => page.Document.QuerySelector("form:has([name='Form.Outcome'])")!.GetAttribute("data-autosave");

    private static IEnumerable<string> Steps(Page page) => page.Document.QuerySelectorAll(".bt-step").Select(s => s.ClassName!["bt-step".Length..].Replace(" bt-step--", "", StringComparison.Ordinal).Trim());
}
