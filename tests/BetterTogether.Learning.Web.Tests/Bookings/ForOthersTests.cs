using System.Net;
using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Bookings;

public sealed class ForOthersTests
{
    [Theory, BothDatabases]
    public async Task A_manager_books_their_own_person_who_is_told_and_may_say_no(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var session = await academy.HasSessionAsync();
        var manager = await academy.HasAsync("mona");
        var ada = await academy.HasAsync("ada", managedBy: manager);

        var page = await manager.GetPageAsync(Links.Session(session.Id));
        (await page.SubmitAsync("Book for them", ("PersonEmail", ada.Email))).ShouldSay("They have a place, and an invite is on its way.");

        var booking = Assert.Single(await ada.MineAsync());
        Assert.Empty(await manager.MineAsync());
        var mail = Assert.Single(await academy.MailsAsync());
        Assert.Equal((ada.Email, "REQUEST"), (mail.To, mail.Method));
        Assert.Contains($"{manager.Name} booked a place for you", mail.Text, StringComparison.Ordinal);
        var own = await ada.GetPageAsync(Links.Booking(booking.Id));
        (await own.ShouldSay($"Booked for you by {manager.Name}.").SubmitAsync("I can't come")).ShouldSay("Cancelled");
    }

    [Theory, BothDatabases]
    public async Task A_manager_books_nobody_elses_people(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var session = await academy.HasSessionAsync();
        var manager = await academy.HasAsync("mona");
        await academy.HasAsync("ada", managedBy: manager);
        var stranger = await academy.HasAsync("stranger");

        (await manager.AsksForAsync(session, forWhom: stranger)).ShouldBe(HttpStatusCode.Forbidden, "not-your-person");
        Assert.Equal((await manager.AsksForAsync(session, forWhom: stranger)).Json.GetProperty("detail").GetString(),
            (await manager.PostAsync($"{Links.ApiSession(session.Id)}/bookings", new { personEmail = "nobody@demo.example" })).ShouldBe(HttpStatusCode.Forbidden, "not-your-person").Json.GetProperty("detail").GetString());
        Assert.Empty(await stranger.MineAsync());
    }

    [Theory, BothDatabases]
    public async Task The_desk_books_and_releases_anybody(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var session = await academy.HasSessionAsync();
        var ada = await academy.HasAsync("ada");

        var booking = await academy.Desk.BooksAsync(session, forWhom: ada);
        Assert.Equal(BookingStatus.Confirmed, (await ada.SeesAsync(booking)).Status);
        await academy.Desk.CancelsAsync(booking);

        Assert.Equal(BookingStatus.Cancelled, (await ada.SeesAsync(booking)).Status);
        Assert.Contains(await academy.MailsToAsync(ada), m => m.Method == "CANCEL" && m.Text.Contains($"{academy.Desk.Name} cancelled your booking", StringComparison.Ordinal));
        (await academy.Desk.PostAsync($"{Links.ApiSession(session.Id)}/bookings", new { personEmail = "nobody@demo.example" })).ShouldBe(HttpStatusCode.NotFound, "person-not-found");
    }

    [Fact]
    public async Task Whoever_is_taken_off_a_waiting_list_is_told_so_and_of_no_entry_in_a_calendar()
    {
        await using var academy = await Academy.OpenAsync();
        var session = await academy.HasSessionAsync(capacity: 1);
        await academy.FillAsync(session);
        var ada = await academy.HasAsync("ada");

        await academy.Desk.CancelsAsync(await ada.BooksAsync(session));

        var mail = Assert.Single(await academy.MailsToAsync(ada), m => m.Text.Contains($"{academy.Desk.Name} cancelled your booking", StringComparison.Ordinal));
        Assert.Contains("You are no longer on its waiting list.", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("calendar", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_releases_their_own_person_and_nobody_else_does()
    {
        await using var academy = await Academy.OpenAsync();
        var session = await academy.HasSessionAsync();
        var manager = await academy.HasAsync("mona");
        var ada = await academy.HasAsync("ada", managedBy: manager);
        var booking = await ada.BooksAsync(session);

        (await (await academy.HasAsync("other")).AsksAsync("cancel", booking.Id)).ShouldBe(HttpStatusCode.NotFound, "booking-not-found");
        Assert.Equal(BookingStatus.Cancelled, (await manager.CancelsAsync(booking)).Status);
    }

    [Fact]
    public async Task Nobody_says_yes_for_another()
    {
        await using var academy = await Academy.OpenAsync();
        var session = await academy.HasSessionAsync(capacity: 1);
        var manager = await academy.HasAsync("mona");
        var ada = await academy.HasAsync("ada", managedBy: manager);
        var holder = (await academy.FillAsync(session))[0];
        var waiting = await ada.BooksAsync(session);
        await holder.CancelsAsync((await holder.MineAsync())[0]);

        foreach (var other in new[] { manager, academy.Desk })
        {
            (await other.AsksAsync("accept", waiting.Id)).ShouldBe(HttpStatusCode.NotFound, "booking-not-found");
            (await other.AsksAsync("decline", waiting.Id)).ShouldBe(HttpStatusCode.NotFound, "booking-not-found");
        }
        Assert.Equal(BookingStatus.Offered, (await ada.SeesAsync(waiting)).Status);
    }

    [Fact]
    public async Task What_else_the_person_has_on_is_not_told_to_who_books_for_them()
    {
        await using var academy = await Academy.OpenAsync();
        var (have, want) = (await academy.HasSessionAsync(title: "Bereavement circle"), await academy.HasSessionAsync());
        var manager = await academy.HasAsync("mona");
        var ada = await academy.HasAsync("ada", managedBy: manager);
        await ada.BooksAsync(have);

        var refused = (await manager.AsksForAsync(want, forWhom: ada)).ShouldBe(HttpStatusCode.Conflict, "clash");

        Assert.DoesNotContain("Bereavement", refused.Body, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Bookings_that_are_unknown_or_somebody_elses_are_not_found(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var booking = await (await academy.HasAsync("ada")).BooksAsync(await academy.HasSessionAsync());
        var bea = await academy.HasAsync("bea", Roles.Facilitator);

        foreach (var id in new[] { booking.Id, Guid.NewGuid(), Guid.Empty })
        {
            foreach (var what in new[] { "cancel", "accept", "decline" }) { (await bea.AsksAsync(what, id)).ShouldBe(HttpStatusCode.NotFound, "booking-not-found"); }
            Assert.Equal(HttpStatusCode.NotFound, (await bea.GetPageAsync(Links.Booking(id))).Status);
        }
        (await bea.PostAsync($"{Links.ApiSession(Guid.NewGuid())}/bookings")).ShouldBe(HttpStatusCode.NotFound, "session-not-found");
        (await bea.GetAsync(Links.ApiSession(Guid.NewGuid()))).ShouldBe(HttpStatusCode.NotFound, "session-not-found");
        Assert.Equal(HttpStatusCode.NotFound, (await bea.GetPageAsync(Links.Session(Guid.NewGuid()))).Status);
    }
}
