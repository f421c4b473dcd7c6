using System.Net;
using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Bookings;
using BetterTogether.Learning.Web.Tests.Desk;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Circles;

/// <summary>Where a leader listens the directory decides who may hold the circle; the rule itself is tabled in the domain.</summary>
public sealed class LeadersLinePageTests
{
    [Fact]
    public async Task A_facilitator_in_the_leaders_line_is_refused_and_what_was_typed_stays()
    {
        await using var app = await TestApp.StartAsync();
        var leader = await app.HasPerson("leader@demo.example");
        var head = await app.HasPerson("head@demo.example", managedBy: leader);
        var held = await app.HasPerson("held@demo.example", Roles.Facilitator, managedBy: head);
        await app.HasPerson("ana@demo.example", managedBy: head);
        (string, string)[] circle =
        [
            ("Form.Format", "leadersListening"), ("Form.Title", "Heard"), ("Form.Date", "2026-07-06"), ("Form.Starts", "10:00"), ("Form.Minutes", "60"),
            ("Form.Participants", "ana@demo.example"), ("Form.ListenerEmail", "leader@demo.example"),
        ];

        var page = await (await (await app.SignedInAs(held)).GetPageAsync(Links.PlanCircle)).SubmitAsync("Plan this circle", circle);

        page.ShouldSay("Held is in the line of the leader who listens").ShouldSay("choose another facilitator");
        Assert.Contains("value=\"Heard\"", page.Document.Body!.InnerHtml, StringComparison.Ordinal);

        var (outside, _) = await app.Facilitator();
        (await (await outside.GetPageAsync(Links.PlanCircle)).SubmitAsync("Plan this circle", [.. circle, ("Form.Participants", "ana@demo.example\nhead@demo.example")])).ShouldSay("Head manages somebody else who takes part");
        (await (await outside.GetPageAsync(Links.PlanCircle)).SubmitAsync("Plan this circle", circle)).ShouldSay("Planned.");

        var id = await app.Ask(db => db.Circles.Select(c => c.Id).SingleAsync());
        (await (await outside.GetPageAsync(Links.ChangeCircle(id))).SubmitAsync("Save the plan", ("Form.CoFacilitators", "held@demo.example"))).ShouldSay("Held is in the line of the leader who listens");
    }

    [Fact]
    public async Task Whoever_could_not_come_in_is_told_so_before_they_have_a_place()
    {
        await using var academy = await Academy.OpenAsync();
        var (facilitator, leader) = (await academy.HasAsync("facilitator", Roles.Facilitator), await academy.HasAsync("leader"));
        var head = await academy.HasAsync("head", managedBy: leader);
        var (lead, ana) = (await academy.HasAsync("lead"), await academy.HasAsync("ana", managedBy: head));
        var (leads, other, late) = (await academy.HasAsync("leads", managedBy: lead), await academy.HasAsync("other"), await academy.HasAsync("late"));
        var session = await academy.HasAsync(A.Details(capacity: 2, kind: Domain.Sessions.SessionKind.Circle) with { Trainers = [facilitator.Id] });
        await ana.BooksAsync(session);
        var others = await other.BooksAsync(session);
        var waits = await head.BooksAsync(session);
        await facilitator.GetPageAsync(Links.SessionCircle(session.Id));
        var id = await academy.App.Ask(db => db.Circles.Select(c => c.Id).SingleAsync());
        await (await facilitator.GetPageAsync(Links.ChangeCircle(id))).SubmitAsync("Save the plan", ("Form.Format", "leadersListening"), ("Form.ListenerEmail", leader.Email));

        // The place comes up now, and is no good to somebody whose people speak there.
        await other.CancelsAsync(others);
        Assert.Equal(BookingStatus.Waiting, (await head.SeesAsync(waits)).Status);
        await academy.AuditAsync();
        await head.CancelsAsync(waits);
        await academy.Desk.PatchAsync(session, new { capacity = 10 });
        (await head.AsksForAsync(session)).ShouldBe(HttpStatusCode.Conflict, "line-in-circle");
        (await (await head.GetPageAsync(Links.Session(session.Id))).SubmitAsync("Book this place")).ShouldSay("A leader listens in this circle").ShouldSay("decline this place if it was offered to you").ShouldNotSay("has a place already");
        // Who has a place and has not come in yet will sit there too.
        await leads.BooksAsync(session);
        (await lead.AsksForAsync(session)).ShouldBe(HttpStatusCode.Conflict, "line-in-circle");
        await late.BooksAsync(session);
        Assert.Equal(3, await academy.App.Ask(db => db.Bookings.CountAsync(b => b.Status == Domain.Bookings.BookingStatus.Confirmed)));
        await academy.AuditAsync();
    }

    [Fact]
    public async Task A_plan_in_which_a_leader_listens_is_refused_while_people_of_one_line_have_booked_and_names_them()
    {
        await using var academy = await Academy.OpenAsync();
        var (facilitator, leader) = (await academy.HasAsync("facilitator", Roles.Facilitator), await academy.HasAsync("leader"));
        var head = await academy.HasAsync("head", managedBy: leader);
        var ana = await academy.HasAsync("ana", managedBy: head);
        var session = await academy.HasAsync(A.Details(kind: Domain.Sessions.SessionKind.Circle) with { Trainers = [facilitator.Id] });
        await facilitator.GetPageAsync(Links.SessionCircle(session.Id));
        var heads = await head.BooksAsync(session);
        await ana.BooksAsync(session);
        var id = await academy.App.Ask(db => db.Circles.Select(c => c.Id).SingleAsync());
        async Task<Page> PlansAsync() => await (await facilitator.GetPageAsync(Links.ChangeCircle(id))).SubmitAsync("Save the plan", ("Form.Format", "leadersListening"), ("Form.ListenerEmail", leader.Email), ("Form.Title", "Heard"));
        Task<string> FormatAsync() => academy.App.Ask(db => db.Circles.Select(c => c.Format).SingleAsync());

        var page = await PlansAsync();

        page.ShouldSay("Please look at this again").ShouldSay("Head manages Ana, and both take part.").ShouldSay("ask one of them to change to another date first");
        Assert.Equal(("Heard", leader.Email, "leadersListening", "listening"), (
            page.Document.QuerySelector("[name='Form.Title']")!.GetAttribute("value"), page.Document.QuerySelector("[name='Form.ListenerEmail']")!.GetAttribute("value"),
            page.Document.QuerySelector("[name='Form.Format'][checked]")!.GetAttribute("value"), await FormatAsync()));

        await head.CancelsAsync(heads);
        (await PlansAsync()).ShouldNotSay("Please look at this again");
        Assert.Equal("leadersListening", await FormatAsync());
    }

    [Theory, BothDatabases]
    public async Task Whoever_gives_their_place_back_or_to_somebody_else_stands_in_nobodys_way(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var (facilitator, leader) = (await academy.HasAsync("facilitator", Roles.Facilitator), await academy.HasAsync("leader"));
        var head = await academy.HasAsync("head", managedBy: leader);
        var (lead, other) = (await academy.HasAsync("lead", managedBy: head), await academy.HasAsync("other", managedBy: head));
        var (ana, ben) = (await academy.HasAsync("ana", managedBy: lead), await academy.HasAsync("ben", managedBy: lead));
        var session = await academy.HasAsync(A.Details(kind: Domain.Sessions.SessionKind.Circle) with { Trainers = [facilitator.Id] });
        await lead.BooksAsync(session);
        await facilitator.GetPageAsync(Links.SessionCircle(session.Id));
        var id = await academy.App.Ask(db => db.Circles.Select(c => c.Id).SingleAsync());
        await (await facilitator.GetPageAsync(Links.ChangeCircle(id))).SubmitAsync("Save the plan", ("Form.Format", "leadersListening"), ("Form.ListenerEmail", leader.Email));
        Task<int> SeatsOf(Somebody who) => academy.App.Ask(db => db.CircleSeats.CountAsync(s => s.PersonId == who.Id));
        (await ana.AsksForAsync(session)).ShouldBe(HttpStatusCode.Conflict, "line-in-circle");

        // Seated when it was planned, and given to somebody else since: the seat is given up with the place.
        Assert.Equal(1, await SeatsOf(lead));
        (await (await head.GetPageAsync(Links.MyPeople)).SubmitAsync("Swap", ("to", other.Email))).ShouldSay("Done.");
        Assert.Equal(0, await SeatsOf(lead));
        var anas = await ana.BooksAsync(session);
        (await ana.GetPageAsync(Links.SessionCircle(session.Id))).ShouldSay("How we will be together");
        (await (await head.GetPageAsync(Links.MyPeople)).SubmitAsync("Swap", ("to", lead.Email))).ShouldSay("A leader listens in this circle");

        await ana.CancelsAsync(anas);
        Assert.Equal(0, await SeatsOf(ana));
        // Who leaves in the same decision is in nobody's way either: their manager takes the place herself.
        await other.CancelsAsync(Assert.Single(await other.MineAsync()));
        await lead.BooksAsync(session);
        var mine = await head.GetPageAsync(Links.MyPeople);
        mine.Document.QuerySelector("select[name=to] option")!.SetAttribute("value", head.Email);
        (await mine.SubmitAsync("Swap")).ShouldSay("Done.");
        (await ben.AsksForAsync(session)).ShouldBe(HttpStatusCode.Conflict, "line-in-circle");
        await academy.AuditAsync();
    }

    [Fact]
    public async Task Whoever_booked_late_and_manages_somebody_who_speaks_hears_why_they_cannot_come_in()
    {
        await using var app = await TestApp.StartAsync();
        var (facilitator, me) = await app.Facilitator();
        var leader = await app.HasPerson("leader@demo.example");
        var head = await app.HasPerson("head@demo.example", managedBy: leader);
        var (ana, late) = (await app.HasPerson("ana@demo.example", managedBy: head), await app.HasPerson("late@demo.example"));
        var session = A.Session(A.Details(kind: Domain.Sessions.SessionKind.Circle, title: "Circle for all") with { Trainers = [me.Id] });
        await app.Has(session, A.Booking(session, ana.Id));
        await facilitator.GetPageAsync(Links.SessionCircle(session.Id));
        var id = await app.Ask(db => db.Circles.Select(c => c.Id).SingleAsync());
        await (await facilitator.GetPageAsync(Links.ChangeCircle(id))).SubmitAsync("Save the plan", ("Form.Format", "leadersListening"), ("Form.ListenerEmail", leader.Email));
        await app.Has(A.Booking(session, head.Id), A.Booking(session, late.Id));

        (await (await app.SignedInAs(head)).GetPageAsync(Links.SessionCircle(session.Id))).ShouldSay("This circle is without managers").ShouldNotSay("asked to leave");
        (await (await app.SignedInAs(late)).GetPageAsync(Links.SessionCircle(session.Id))).ShouldSay("I agree");
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedInAs(await app.HasPerson("stranger@demo.example"))).GetPageAsync(Links.Circle(id))).Status);
    }
}
