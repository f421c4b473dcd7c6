using System.Net;
using AngleSharp.Html.Dom;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Desk;

public sealed class EditSessionTests
{
    [Fact]
    public async Task A_change_is_saved_and_announced_beforehand()
    {
        await using var app = await TestApp.StartAsync();
        var session = A.Session();
        await app.Has(session);

        var page = (await (await app.Desk()).GetPageAsync(Links.EditSession(session.Id))).ShouldSay("everybody booked is told by e-mail and their calendar is updated");
        var saved = await page.SubmitAsync("Save changes", ("Form.Place", "Library"), ("Form.Dates[0].Date", "2026-09-03"));

        saved.ShouldSay("Saved.").ShouldSay("Library").ShouldSay("Thursday 3 September 2026");
    }

    [Fact]
    public async Task Fewer_places_than_are_held_are_refused_with_the_number_held_on_a_button()
    {
        await using var app = await TestApp.StartAsync();
        var session = await Booked(app, places: 5, people: 3);

        var refused = await (await (await app.Desk()).GetPageAsync(Links.EditSession(session.Id))).SubmitAsync("Save changes", ("Form.Capacity", "2"), ("Form.Audience", "Everybody"));
        refused.ShouldSay("3 places are held, so there cannot be fewer than 3");
        var saved = await refused.SubmitAsync("Save with 3 places");

        saved.ShouldBeAt(Links.DeskSessionDone(session.Id, "saved"));
        var kept = await app.Ask(db => db.Sessions.SingleAsync());
        Assert.Equal((3, "Everybody"), (kept.Capacity, kept.Audience));
    }

    [Fact]
    public async Task Two_who_edit_at_once_see_both_versions_and_lose_neither()
    {
        await using var app = await TestApp.StartAsync();
        var session = A.Session();
        await app.Has(session);
        var desk = await app.Desk();
        var (mine, theirs) = (await desk.GetPageAsync(Links.EditSession(session.Id)), await desk.GetPageAsync(Links.EditSession(session.Id)));

        await theirs.SubmitAsync("Save changes", ("Form.Title", "Their title"));
        var compared = await mine.SubmitAsync("Save changes", ("Form.Title", "My title"));

        compared.ShouldSay("Somebody else changed this").ShouldSay("My title").ShouldSay("Their title");
        Assert.Equal("My title", ((IHtmlInputElement)compared.Document.GetElementById("Form_Title")!).Value);
        (await compared.SubmitAsync("Save changes")).ShouldSay("Saved.");
        Assert.Equal("My title", await app.Ask(db => db.Sessions.Select(s => s.Title).SingleAsync()));
    }

    [Fact]
    public async Task A_double_press_of_save_is_one_save()
    {
        await using var app = await TestApp.StartAsync();
        var session = A.Session();
        await app.Has(session);
        var page = await (await app.Desk()).GetPageAsync(Links.EditSession(session.Id));

        await page.SubmitAsync("Save changes", ("Form.Title", "Once"));
        (await page.SubmitAsync("Save changes", ("Form.Title", "Once"))).ShouldSay("Saved.");

        Assert.Equal(session.Version + 1, await app.Ask(db => db.Sessions.Select(s => s.Version).SingleAsync()));
    }

    [Fact]
    public async Task A_draft_is_published_from_its_form()
    {
        await using var app = await TestApp.StartAsync();
        var session = A.Draft(A.Details(title: ""));
        await app.Has(session);

        var saved = await (await (await app.Desk()).GetPageAsync(Links.EditSession(session.Id))).SubmitAsync("Publish", ("Form.Title", "Agreed at last"));

        saved.ShouldSay("Published. People can book it now.");
        Assert.Equal(SessionStatus.Published, await app.Ask(db => db.Sessions.Select(s => s.Status).SingleAsync()));
    }

    [Fact]
    public async Task A_session_that_is_not_there_is_not_found()
    {
        await using var app = await TestApp.StartAsync();
        var desk = await app.Desk();

        foreach (var address in new[] { Links.EditSession(Guid.NewGuid()), Links.DeskSession(Guid.NewGuid()), Links.CancelSession(Guid.NewGuid()), Links.DeskSeries(Guid.NewGuid()) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await desk.GetPageAsync(address)).Status);
        }
    }

    [Fact]
    public async Task A_private_session_keeps_a_facilitator_and_stays_private_once_it_is_booked()
    {
        await using var app = await TestApp.StartAsync();
        var (facilitator, person) = await app.Facilitator();
        var session = A.Session(A.Details() with { Visibility = Visibility.Private, Trainers = [person.Id] });
        await app.Has(session);

        var refused = await (await facilitator.GetPageAsync(Links.EditSession(session.Id))).SubmitAsync("Save changes", ("Form.Trainers", ""));

        refused.ShouldSay("A private session needs a facilitator");
        (await facilitator.PatchAsync(Links.ApiSession(session.Id), new { visibility = "open" })).ShouldBe(HttpStatusCode.Forbidden, "not-your-session");
        await app.Has(A.Person("ann@demo.example"));
        await (await facilitator.GetPageAsync(Links.DeskSession(session.Id))).SubmitAsync("Book", ("Booking.Email", "ann@demo.example"));
        (await facilitator.PatchAsync(Links.ApiSession(session.Id), new { visibility = "open" })).ShouldBe(HttpStatusCode.Conflict, "stays-private");
    }

    private static async Task<Session> Booked(TestApp app, int places, int people)
    {
        var session = A.Session(capacity: places);
        await app.Has(session);
        for (var i = 1; i <= people; i++)
        {
            var person = await app.HasPerson($"worker{i}@demo.example");
            (await (await app.SignedInAs(person)).PostAsync($"{Links.ApiSession(session.Id)}/bookings", new { })).ShouldBe(HttpStatusCode.Created);
        }
        return session;
    }
}
