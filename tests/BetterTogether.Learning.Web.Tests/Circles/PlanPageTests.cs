using System.Net;
using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Web.Tests.Desk;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Circles;

public sealed class PlanPageTests
{
    [Fact]
    public async Task A_facilitator_plans_and_everybody_named_finds_it()
    {
        await using var app = await TestApp.StartAsync();
        var (facilitator, _) = await app.Facilitator();
        await app.HasPerson("ana@demo.example");

        var planned = await (await facilitator.GetPageAsync(Links.PlanCircle)).SubmitAsync("Plan this circle", Circle());

        planned.ShouldSay("Planned.").ShouldSay("After the storm").ShouldSay("you facilitate");
        (await (await app.SignedInAs("ana@demo.example")).GetPageAsync(Links.MyBookings)).ShouldSay("Your circles").ShouldSay("After the storm");
    }

    [Fact]
    public async Task A_double_press_plans_one_circle()
    {
        await using var app = await TestApp.StartAsync();
        var (facilitator, _) = await app.Facilitator();
        await app.HasPerson("ana@demo.example");
        var page = await facilitator.GetPageAsync(Links.PlanCircle);

        await page.SubmitAsync("Plan this circle", Circle());
        await page.SubmitAsync("Plan this circle", Circle());

        Assert.Equal(1, await app.Ask(db => db.Circles.CountAsync()));
    }

    [Theory]
    [InlineData("Form.Title", "", "Enter a title")]
    [InlineData("Form.Date", "soon", "Enter a date")]
    [InlineData("Form.Starts", "25:00", "Enter when it starts")]
    [InlineData("Form.Minutes", "many", "Enter how many minutes")]
    [InlineData("Form.Minutes", "2", "from 5 to 480 minutes")]
    [InlineData("Form.CallUrl", "javascript:alert(1)", "Enter the whole link")]
    [InlineData("Form.Participants", "nobody@demo.example", "Not in the staff directory: nobody@demo.example")]
    [InlineData("Form.Format", "problemSolving", "Enter who brings the question")]
    public async Task What_is_wrong_is_said_and_nothing_typed_is_lost(string field, string value, string says)
    {
        await using var app = await TestApp.StartAsync();
        var (facilitator, _) = await app.Facilitator();
        await app.HasPerson("ana@demo.example");

        var refused = await (await facilitator.GetPageAsync(Links.PlanCircle)).SubmitAsync("Plan this circle", [.. Circle(), (field, value)]);

        refused.ShouldSay(says);
        Assert.Contains("meet.example/call", refused.Document.Body!.InnerHtml + (field == "Form.CallUrl" ? "meet.example/call" : ""), StringComparison.Ordinal);
        Assert.Equal(0, await app.Ask(db => db.Circles.CountAsync()));
    }

    [Fact]
    public async Task Somebody_in_the_room_shares_the_screen_and_a_facilitator_presses_for_them()
    {
        await using var app = await TestApp.StartAsync();
        var (facilitator, id) = await WithZoeInTheRoomAsync(app);

        var wall = (await facilitator.GetPageAsync(Links.CircleWall(id))).ShouldSay("Zoe").ShouldSay("How we will be together");

        (await wall.SubmitAsync("I agree, for Zoe")).ShouldNotSay("I agree, for Zoe").ShouldNotSay("How we will be together");
    }

    [Fact]
    public async Task On_the_shared_screen_there_is_one_way_to_take_the_piece_and_with_it_one_to_pass_it_on()
    {
        await using var app = await TestApp.StartAsync();
        var (facilitator, id) = await WithZoeInTheRoomAsync(app);
        var room = await (await facilitator.GetPageAsync(Links.Circle(id))).SubmitAsync("Open the waiting room");
        await (await facilitator.GetPageAsync(Links.CircleWall(id))).SubmitAsync("I agree, for Zoe");
        room = await (await facilitator.GetPageAsync(Links.Circle(id))).SubmitAsync("Begin the circle", ("_recordingOff", "true"));
        room = await room.SubmitAsync("Take the piece");
        await room.SubmitAsync("Pass the piece on");

        var wall = await facilitator.GetPageAsync(Links.CircleWall(id));
        Assert.Equal(["Take the piece, for Zoe", "Listening this round, for Zoe", "Ask me at the end, for Zoe"], Presses(wall));
        wall = await wall.SubmitAsync("Take the piece, for Zoe");
        Assert.Equal(["Pass the piece on, for Zoe"], Presses(wall));

        static IEnumerable<string> Presses(Page wall) => wall.Document.QuerySelectorAll("#wall form button").Select(button => button.TextContent.Trim());
    }

    private static async Task<(Visitor Facilitator, Guid Circle)> WithZoeInTheRoomAsync(TestApp app)
    {
        var (facilitator, _) = await app.Facilitator();
        await app.HasPerson("ana@demo.example");
        await (await facilitator.GetPageAsync(Links.PlanCircle)).SubmitAsync("Plan this circle", [.. Circle(), ("Form.InPerson", "Zoe")]);
        var id = await app.Ask(db => db.Circles.Select(c => c.Id).SingleAsync());
        await (await facilitator.GetPageAsync(Links.Circle(id))).SubmitAsync("I agree");
        return (facilitator, id);
    }

    [Fact]
    public async Task Whoever_has_a_place_on_its_session_has_a_place_in_the_circle()
    {
        await using var app = await TestApp.StartAsync();
        var (facilitator, me) = await app.Facilitator();
        var ana = await app.HasPerson("ana@demo.example");
        var session = A.Session(A.Details(kind: Domain.Sessions.SessionKind.Circle, title: "Circle for all") with { Trainers = [me.Id] });
        var booking = A.Booking(session, ana.Id);
        await app.Has(session, booking);

        var room = await (await (await app.SignedInAs(ana)).GetPageAsync(Links.Booking(booking.Id))).FollowAsync("Go into the circle");

        room.ShouldSay("Circle for all").ShouldSay("I agree");
        (await facilitator.GetPageAsync(Links.Circles)).ShouldSay("Circle for all").ShouldSay("you facilitate");
    }

    [Fact]
    public async Task The_desk_plans_for_a_facilitator_and_has_no_place_itself()
    {
        await using var app = await TestApp.StartAsync();
        await app.HasPerson("facilitator@demo.example", Roles.Facilitator);
        await app.HasPerson("ana@demo.example");
        var desk = await app.Desk();

        (await (await desk.GetPageAsync(Links.PlanCircle)).SubmitAsync("Plan this circle", [.. Circle(), ("Form.FacilitatorEmail", "facilitator@demo.example")])).ShouldSay("Planned.").ShouldSay("No circle yet");
    }

    [Fact]
    public async Task Before_it_begins_the_facilitator_changes_the_plan_and_those_who_agreed_stay_agreed()
    {
        await using var app = await TestApp.StartAsync();
        var room = await RoomWithoutScript.PlanAsync(app);
        await app.HasPerson("cleo@demo.example");
        await room.PressAsync("ana", "I agree");
        await room.PressAsync(RoomWithoutScript.Facilitator, "I agree");

        var plan = await (await room.LookAsync(RoomWithoutScript.Facilitator)).FollowAsync("Change the plan");
        var changed = await plan.SubmitAsync("Save the plan", ("Form.Title", "After the storm"), ("Form.Participants", "ana@demo.example\ncleo@demo.example"));

        changed.ShouldSay("After the storm").ShouldSay("Cleo").ShouldNotSay("Ben");
        (await room.LookAsync("ana")).ShouldSay("After the storm").ShouldNotSay("I agree");
    }

    [Fact]
    public async Task Another_format_is_kept_for_whoever_reads_the_circle_anew()
    {
        await using var app = await TestApp.StartAsync();
        var room = await RoomWithoutScript.PlanAsync(app);
        await room.PressAsync(RoomWithoutScript.Facilitator, "I agree");

        var plan = await (await room.LookAsync(RoomWithoutScript.Facilitator)).FollowAsync("Change the plan");
        await plan.SubmitAsync("Save the plan", ("Form.Format", "checkIn"));

        var stored = await app.Ask(db => db.Circles.AsNoTracking().SingleAsync());
        Assert.Equal(("checkIn", "checkIn"), (stored.Format, CircleJson.ReadState(stored.State, stored.Script).Format.Key));
    }

    [Fact]
    public async Task A_plan_that_is_moved_into_the_past_is_refused_and_nothing_typed_is_lost()
    {
        await using var app = await TestApp.StartAsync();
        var room = await RoomWithoutScript.PlanAsync(app);
        var facilitator = room.As(RoomWithoutScript.Facilitator);

        var refused = await (await facilitator.GetPageAsync(Links.ChangeCircle(Guid.Parse(room.Id)))).SubmitAsync("Save the plan", ("Form.Title", "After the storm"), ("Form.Date", "2026-06-30"), ("Form.Starts", "09:15"));

        refused.ShouldSay("The start must be in the future.");
        Assert.Equal("Form_Date", refused.Document.QuerySelector(".govuk-error-summary a")!.GetAttribute("href")!.TrimStart('#').Replace('.', '_'));
        foreach (var (field, typed) in new[] { ("Title", "After the storm"), ("Date", "2026-06-30"), ("Starts", "09:15") }) { Assert.Equal(typed, refused.Document.QuerySelector($"[name='Form.{field}']")!.GetAttribute("value")); }
        Assert.Equal(A.Now.AddHours(1), await app.Ask(db => db.Circles.Select(c => c.StartsAtUtc).SingleAsync()));
    }

    [Fact]
    public async Task A_new_one_is_not_planned_for_the_past_and_nothing_typed_is_lost()
    {
        await using var app = await TestApp.StartAsync();
        var (facilitator, _) = await app.Facilitator();
        await app.HasPerson("ana@demo.example");

        var refused = await (await facilitator.GetPageAsync(Links.PlanCircle)).SubmitAsync("Plan this circle", [.. Circle(), ("Form.Date", "2026-06-30")]);
        refused.ShouldSay("The start must be in the future.");
        foreach (var (field, typed) in new[] { ("Title", "After the storm"), ("Date", "2026-06-30"), ("Starts", "10:00") }) { Assert.Equal(typed, refused.Document.QuerySelector($"[name='Form.{field}']")!.GetAttribute("value")); }
        Task<Answer> PlanAsync(DateTime startsAtUtc) => facilitator.PostAsync("/api/v1/circles", new { title = "Now", format = "listening", startsAtUtc, participantEmails = new[] { "ana@demo.example" } });
        (await PlanAsync(app.Clock.NowUtc.AddMinutes(-1))).ShouldBe(HttpStatusCode.Conflict, "in-the-past");
        Assert.Equal(0, await app.Ask(db => db.Circles.CountAsync()));

        (await PlanAsync(app.Clock.NowUtc)).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task One_whose_time_has_passed_unopened_is_planned_no_longer_and_can_still_be_moved()
    {
        await using var app = await TestApp.StartAsync();
        var room = await RoomWithoutScript.PlanAsync(app);
        var ana = room.As("ana");
        (await ana.GetPageAsync(Links.Circles)).ShouldSay("Planned").ShouldNotSay("Did not begin");
        await room.PressAsync("ana", "I agree");
        (await room.LookAsync("ana")).ShouldSay("The waiting room is not open yet.");

        app.Clock.Advance(TimeSpan.FromMinutes(121));
        await app.HasPerson("cleo@demo.example");
        (ana, var facilitator) = (await app.SignedInAs("ana@demo.example"), await app.SignedInAs("facilitator@demo.example"));

        (await ana.GetPageAsync(Links.Circles)).ShouldSay("Did not begin").ShouldNotSay("Planned").ShouldNotSay("Look in");
        (await ana.GetPageAsync(Links.MyBookings)).ShouldNotSay("Your circles");
        (await ana.GetPageAsync(room.Address)).ShouldSay("The time of this circle has passed, and it did not begin.").ShouldNotSay("We begin soon");
        // A screen reader and the shared screen say the same.
        Assert.StartsWith("The time of this circle has passed", (await ana.GetPageAsync(room.Address)).Document.GetElementById("room")!.GetAttribute("data-says"), StringComparison.Ordinal);
        (await facilitator.GetPageAsync(Links.CircleWall(Guid.Parse(room.Id)))).ShouldSay("The time of this circle has passed, and it did not begin.").ShouldNotSay("not open yet");
        (await (await facilitator.GetPageAsync(Links.ChangeCircle(Guid.Parse(room.Id)))).SubmitAsync("Save the plan", ("Form.Date", "2026-07-20"))).ShouldNotSay("Please look at this again");
        (await ana.GetPageAsync(Links.Circles)).ShouldSay("Planned").ShouldSay("Look in");
    }

    private static (string, string)[] Circle() =>
    [
        ("Form.Format", "listening"), ("Form.Title", "After the storm"), ("Form.Date", "2026-07-06"), ("Form.Starts", "10:00"), ("Form.Minutes", "60"),
        ("Form.CallUrl", "https://meet.example/call"), ("Form.Participants", "ana@demo.example"),
    ];
}
