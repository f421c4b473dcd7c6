using System.Net;
using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Desk;

public sealed class ManageSessionTests
{
    [Fact]
    public async Task The_desk_books_for_somebody_and_the_next_one_waits()
    {
        await using var app = await TestApp.StartAsync();
        var session = A.Session(capacity: 1);
        await app.Has(session);
        await app.HasPerson("ann@demo.example");
        await app.HasPerson("ben@demo.example");
        var desk = await app.Desk();

        (await Book(desk, session, "ann@demo.example")).ShouldSay("Booked.");
        (await Book(desk, session, "Ben@demo.example")).ShouldSay("on the waiting list now").ShouldSay("Number 1 in line");
        (await Book(desk, session, "ben@demo.example")).ShouldSay("They already have a place on this session");
        (await Book(desk, session, "nobody@demo.example")).ShouldSay("cannot find that person");
    }

    [Fact]
    public async Task A_clash_is_booked_over_by_a_second_press_and_for_that_person_alone()
    {
        await using var app = await TestApp.StartAsync();
        var (first, second) = (A.Session(title: "First"), A.Session(title: "Second"));
        await app.Has(first, second);
        await app.HasPerson("ann@demo.example");
        await app.HasPerson("ben@demo.example");
        var desk = await app.Desk();
        foreach (var email in new[] { "ann@demo.example", "ben@demo.example" }) { await Book(desk, first, email); }

        var warned = await Book(desk, second, "ann@demo.example");
        warned.ShouldSay("They already have a place at that time").ShouldNotSay("First,");
        var again = await warned.SubmitAsync("Book all the same", ("Booking.Email", "ben@demo.example"));
        again.ShouldSay("They already have a place at that time");
        (await again.SubmitAsync("Book all the same")).ShouldSay("Booked.");

        Assert.Equal(["Ben"], await app.Ask(db => (from b in db.Bookings join p in db.People on b.PersonId equals p.Id where b.SessionId == second.Id select p.Name).ToListAsync()));
    }

    [Fact]
    public async Task A_released_place_goes_to_the_first_in_line()
    {
        await using var app = await TestApp.StartAsync();
        var session = A.Session(capacity: 1);
        await app.Has(session);
        await app.HasPerson("ann@demo.example");
        await app.HasPerson("ben@demo.example");
        var desk = await app.Desk();
        await Book(desk, session, "ann@demo.example");

        var released = await (await Book(desk, session, "ben@demo.example")).SubmitAsync("Release this place");

        released.ShouldSay("Released.").ShouldSay("Offered a place until").ShouldNotSay("Ann");
    }

    [Fact]
    public async Task A_booking_of_another_session_is_not_released_from_here()
    {
        await using var app = await TestApp.StartAsync();
        var (here, elsewhere) = (A.Session(), A.Session(title: "Elsewhere", startsAtUtc: A.London("2026-10-07 10:00")));
        await app.Has(here, elsewhere);
        await app.HasPerson("ann@demo.example");
        var desk = await app.Desk();
        await Book(desk, elsewhere, "ann@demo.example");
        var booking = await app.Ask(db => db.Bookings.SingleAsync());

        var page = await Book(desk, here, "ann@demo.example");
        page.Document.QuerySelector("input[name=booking]")!.SetAttribute("value", booking.Id.ToString());

        (await page.SubmitAsync("Release this place")).ShouldSay("We cannot find that booking");
        Assert.Equal(2, await app.Ask(db => db.Bookings.CountAsync(b => b.Status == BookingStatus.Confirmed)));
    }

    [Fact]
    public async Task The_register_opens_when_the_date_has_begun()
    {
        await using var app = await TestApp.StartAsync();
        var session = A.Session(startsAtUtc: A.Now.AddHours(1));
        await app.Has(session);
        await app.HasPerson("ann@demo.example");
        (await Book(await app.Desk(), session, "ann@demo.example")).ShouldNotSay("Register for");
        app.Clock.Jump(TimeSpan.FromMinutes(59));
        var desk = await app.SignedInAs("desk@demo.example");
        app.Clock.Jump(TimeSpan.FromMinutes(2));

        var page = (await desk.GetPageAsync(Links.DeskSession(session.Id))).ShouldSay("Register for Thursday 2 July 2026");
        var marked = await page.SubmitAsync("Save the register", ("Lines[0].State", "Absent"));

        marked.ShouldSay("The register is saved.").ShouldSay("Did not attend").ShouldNotSay("no-show");
        Assert.Equal(AttendanceState.Absent, await app.Ask(db => db.Attendances.Select(a => a.State).SingleAsync()));
    }

    [Fact]
    public async Task Calling_off_says_how_many_are_told_and_lets_them_go()
    {
        await using var app = await TestApp.StartAsync();
        var session = A.Session(capacity: 1);
        await app.Has(session);
        await app.HasPerson("ann@demo.example");
        await app.HasPerson("ben@demo.example");
        var desk = await app.Desk();
        await Book(desk, session, "ann@demo.example");
        await Book(desk, session, "ben@demo.example");

        var asked = (await desk.GetPageAsync(Links.CancelSession(session.Id))).ShouldSay("2 people have booked it or wait for a place");
        (await asked.SubmitAsync("Cancel the session", ("Reason", new string('x', 301)))).ShouldSay("Use 300 characters or fewer");
        var cancelled = await asked.SubmitAsync("Cancel the session", ("Reason", "The trainer is unwell"));

        cancelled.ShouldSay("Cancelled. Everybody who had a place or waited is being told.");
        Assert.Equal(0, await app.Ask(db => db.Bookings.CountAsync(b => b.Status != BookingStatus.Cancelled)));
    }

    [Fact]
    public async Task Of_a_private_session_the_desk_sees_numbers_and_its_facilitator_the_names()
    {
        await using var app = await TestApp.StartAsync();
        var (facilitator, person) = await app.Facilitator();
        var session = A.Session(A.Details(title: "Stuck conversations") with { Visibility = Visibility.Private, Trainers = [person.Id] });
        await app.Has(session);
        await app.HasPerson("ann@demo.example");
        (await Book(facilitator, session, "ann@demo.example")).ShouldSay("Booked.").ShouldSay("Stuck conversations").ShouldSay("Ann");
        var desk = await app.Desk();

        (await desk.GetPageAsync(Links.Desk)).ShouldSay("1 of 10 places held").ShouldNotSay("Stuck");
        (await desk.GetPageAsync(Links.DeskSession(session.Id))).ShouldSay("9 of 10 places free").ShouldNotSay("Stuck").ShouldNotSay("Ann").ShouldNotSay("Room 2");
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.GetPageAsync(Links.EditSession(session.Id))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.GetPageAsync(Links.CancelSession(session.Id))).Status);
    }

    private static async Task<Page> Book(Visitor by, Session session, string email) =>
        await (await by.GetPageAsync(Links.DeskSession(session.Id))).SubmitAsync("Book", ("Booking.Email", email));
}
