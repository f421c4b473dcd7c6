using System.Net;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Circles;

/// <summary>What is left when a circle is over: an answer, a record, counts.</summary>
public sealed class AfterwardsPageTests
{
    private const string Facilitator = RoomWithoutScript.Facilitator;

    [Fact]
    public async Task The_leader_answers_by_a_day_and_all_staff_see_when_it_is_overdue()
    {
        await using var app = await TestApp.StartAsync();
        var room = await (await RoomWithoutScript.PlanAsync(app, "leadersListening", listener: "leader")).BegunAsync();
        await room.CloseAsync();
        await app.HasPerson("staff@demo.example");
        var staff = await app.SignedInAs("staff@demo.example");

        var asking = await (await room.LookAsync(Facilitator)).FollowAsync("Send the themes");
        (await asking.SubmitAsync("Send the themes", ("YouSaid", ""), ("DueOn", "2026-07-10"))).ShouldSay("Write the themes as everybody agreed them");
        await asking.SubmitAsync("Send the themes", ("YouSaid", "Too many forms"), ("DueOn", "2026-07-10"));
        (await staff.GetPageAsync(Links.LeaderAnswers)).ShouldSay("Too many forms").ShouldSay("Leader answers by Friday 10 July 2026");
        app.Clock.JumpTo(A.London("2026-07-11 09:00"));
        (await (await app.SignedInAs("staff@demo.example")).GetPageAsync(Links.LeaderAnswers)).ShouldSay("was due on Friday 10 July 2026 and is not here yet");

        var leader = await app.SignedInAs("leader@demo.example");
        var mine = await leader.GetPageAsync($"{room.Address}/answer");
        var published = await mine.SubmitAsync("Publish it to all staff", ("WeHeard", "Forms take your evenings"), ("WeWill", "Two of them go by September"));

        published.ShouldBeAt(Links.LeaderAnswers).ShouldSay("Two of them go by September").ShouldNotSay("is not here yet");
    }

    [Fact]
    public async Task Whoever_agreed_to_do_something_may_write_it_anew_as_an_objective_and_nothing_is_copied()
    {
        await using var app = await TestApp.StartAsync();
        var room = await (await RoomWithoutScript.PlanAsync(app)).BegunAsync();
        var mine = (await room.As("ana").GetAsync($"/api/v1{room.Address}")).Json.GetProperty("you").GetProperty("seatId").GetString()!;
        await room.PressAsync("ana", "Add this action", ("text", "Ask for a quieter room"), ("owner", mine), ("due", "2026-07-10"));
        (await room.LookAsync("ana")).ShouldNotSay("as an objective");
        await room.CloseAsync();

        (await room.LookAsync("ben")).ShouldSay("Ask for a quieter room").ShouldNotSay("as an objective");
        var anew = await (await room.LookAsync("ana")).FollowAsync("Write it in your own words as an objective");
        anew.ShouldSay("Add to my plan");
        Assert.DoesNotContain("quieter room", anew.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_of_group_supervision_is_deleted_once_it_is_ticked()
    {
        await using var app = await TestApp.StartAsync();
        var room = await RoomWithoutScript.PlanAsync(app, "problemSolving", bringer: "bringer");
        await app.Ask(db => db.Database.ExecuteSqlRawAsync("UPDATE circles SET \"State\" = replace(\"State\", '\"groupSupervision\":false', '\"groupSupervision\":true')"));
        await room.BegunAsync();
        await room.CloseAsync();

        var form = await (await room.LookAsync(Facilitator)).FollowAsync("Write it");
        (await form.SubmitAsync("Save the record", ("Form.Present", "Ana Brown"), ("Form.Hypotheses", "Tired"))).ShouldSay("Enter initials only").ShouldSay("Tired");
        await form.SubmitAsync("Save the record", ("Form.Present", "ab, cd"), ("Form.Hypotheses", "Tired, and alone"));
        Assert.Equal(HttpStatusCode.NotFound, (await room.As("ana").GetPageAsync($"{room.Address}/record")).Status);
        var mine = (await room.As("bringer").GetPageAsync($"{room.Address}/record")).ShouldSay("by Friday 3 July 2026").ShouldSay("AB, CD");

        await mine.SubmitAsync("It is in the child's record: delete it here");

        Assert.Equal(0, await app.Ask(db => db.SupervisionRecords.CountAsync()));
    }

    [Fact]
    public async Task Feedback_is_read_as_counts_and_only_where_they_hide_who_gave_it()
    {
        await using var app = await TestApp.StartAsync();
        var room = await (await RoomWithoutScript.PlanAsync(app, people: ["ana", "ben", "cleo"])).BegunAsync();
        await room.CloseAsync();

        foreach (var name in new[] { "ana", "ben", "cleo" }) { await room.PressAsync(name, "Yes"); }
        (await room.LookAsync(Facilitator)).ShouldNotSay("Yes: 3");
        await room.PressAsync(Facilitator, "Partly");
        (await room.LookAsync(Facilitator)).ShouldSay("Yes: 3, Partly: 1, Not this time: 0");
        (await room.LookAsync("ana")).ShouldNotSay("Yes: 3");
    }

    [Fact]
    public async Task Where_fewer_have_a_place_than_counts_can_hide_nobody_is_asked_and_nothing_is_kept()
    {
        await using var app = await TestApp.StartAsync();
        var room = await (await RoomWithoutScript.PlanAsync(app)).BegunAsync();
        await room.CloseAsync();

        var page = (await room.LookAsync("ana")).ShouldNotSay("Did you feel heard?");
        var button = page.Document.QuerySelector("form button")!; // no page sends it, so another form is bent
        button.Closest("form")!.SetAttribute("action", $"{room.Address}?handler=Feedback");
        button.OuterHtml = "<button name=heard value=Yes>Yes</button>";
        (await page.SubmitAsync("Yes")).ShouldBeAt(room.Address).ShouldNotSay("Did you feel heard?");

        Assert.Equal(0, await app.Ask(db => db.CircleFeedback.CountAsync()));
    }

    [Fact]
    public async Task An_action_has_an_owner_and_a_day_and_stays()
    {
        await using var app = await TestApp.StartAsync();
        var room = await (await RoomWithoutScript.PlanAsync(app)).BegunAsync();
        await room.PressAsync("ana", "Add this action", ("text", "Ask for a quieter room"), ("due", "2026-07-20"));
        await room.CloseAsync();

        (await room.LookAsync("ben")).ShouldSay("Ask for a quieter room").ShouldSay("Ana, by Monday 20 July 2026");
    }
}
