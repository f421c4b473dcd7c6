using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Bookings;

/// <summary>As with a browser without script, from the programme to the calendar.</summary>
public sealed class JourneyTests
{
    private const string Organiser = "ORGANIZER;CN=\"Learning Academy\":mailto:";

    [Theory, BothDatabases]
    public async Task From_the_programme_to_a_place_and_an_invite(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var session = await academy.HasSessionAsync();
        var ada = await academy.HasAsync("ada");

        var programme = await ada.GetPageAsync(Links.Programme);
        var booked = await (await programme.FollowAsync("Book: Life story work")).SubmitAsync("Book this place");

        var booking = Assert.Single(await ada.MineAsync());
        booked.ShouldBeAt(Links.Booking(booking.Id)).ShouldSay("You have a place").ShouldSay("Wednesday 2 September 2026, 10am to 11:30am").ShouldSay("Room 2, Town Hall");
        (await ada.GetPageAsync(Links.MyBookings)).ShouldSay("Life story work");
        (await ada.GetPageAsync(Links.Session(session.Id))).ShouldSay("You have a place");
        var mail = Assert.Single(await academy.MailsAsync());
        Assert.Equal((ada.Email, "Your place: Life story work", "REQUEST"), (mail.To, mail.Subject, mail.Method));
        Assert.Equal(("REQUEST", "0", "20260902T090000Z", "20260902T103000Z"), (mail.Line("METHOD:"), mail.Line("SEQUENCE:"), mail.Line("DTSTART:"), mail.Line("DTEND:")));
        Assert.Equal("learning@demo.example", mail.Line(Organiser));
        Assert.EndsWith(":mailto:ada@demo.example", mail.Line("ATTENDEE;"), StringComparison.Ordinal);
        Assert.Contains(Links.Booking(booking.Id), mail.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Two_slots_of_a_learning_wednesday_in_one_press(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var first = await academy.HasAsync(A.Details(kind: SessionKind.LearningWednesday, title: "Curiosity"));
        var beside = await academy.HasAsync(A.Details(kind: SessionKind.LearningWednesday, title: "Courage"));
        var second = await academy.HasAsync(A.Details(kind: SessionKind.LearningWednesday, title: "Trust", startsAtUtc: A.London("2026-09-02 12:00")));
        var ada = await academy.HasAsync("ada");

        var day = await (await ada.GetPageAsync(Links.Programme)).FollowAsync("See the whole day and book several at once: Wednesday 2 September 2026");
        day.ShouldSay("Curiosity").ShouldSay("Courage").ShouldSay("Trust");
        var booked = await day.SubmitAsync("Book these sessions", ("Choices[0]", $"{first.Id}"), ("Choices[1]", $"{second.Id}"));

        booked.ShouldBeAt(Links.LearningWednesdayBooked(A.Day("2026-09-02"))).ShouldSay("You are booked.").ShouldSay("Curiosity").ShouldSay("Trust").ShouldNotSay("Courage");
        Assert.Equal(new[] { first.Id, second.Id }.Order(), (await ada.MineAsync()).Select(b => b.SessionId).Order());
        Assert.Null((await ada.SeesAsync(beside)).My);
        var mails = await academy.MailsAsync();
        Assert.Equal(["Your place: Curiosity", "Your place: Trust"], mails.Select(m => m.Subject).Order());
        Assert.All(mails, m => Assert.Equal(("REQUEST", 0), (m.Method, m.Sequence)));
        Assert.Equal(2, mails.DistinctBy(m => m.Uid).Count());
        await academy.AuditAsync();
    }

    [Theory, BothDatabases]
    public async Task A_place_given_back_passes_to_the_first_in_line_who_says_yes(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var session = await academy.HasSessionAsync(capacity: 1);
        var (ada, bea) = (await academy.HasAsync("ada"), await academy.HasAsync("bea"));
        var held = await ada.BooksAsync(session);

        var waiting = await (await (await bea.GetPageAsync(Links.Programme)).FollowAsync("Join the waiting list: Life story work")).SubmitAsync("Join the waiting list");
        waiting.ShouldSay("You are number 1 on the waiting list");
        (await (await ada.GetPageAsync(Links.Booking(held.Id))).SubmitAsync("I can't come")).ShouldSay("Cancelled");
        (await bea.GetPageAsync(Links.Programme)).ShouldSay("A place has come up.");
        var offer = await bea.GetPageAsync(Links.MyBookings);
        var taken = await (await offer.ShouldSay("Yours to answer").FollowAsync("Take it or let it go: Life story work")).SubmitAsync("Take the place");

        taken.ShouldSay("You have a place");
        var (request, cancel) = (await InviteAsync(academy, ada, "REQUEST"), await InviteAsync(academy, ada, "CANCEL"));
        Assert.Equal((request.Uid, "CANCEL", "CANCELLED"), (cancel.Uid, cancel.Line("METHOD:"), cancel.Line("STATUS:")));
        Assert.True(cancel.Sequence > request.Sequence);
        Assert.Single(await academy.MailsToAsync(bea), m => m.Subject == "A place for you: Life story work" && m.Method is null);
        var beas = await InviteAsync(academy, bea, "REQUEST");
        Assert.NotEqual(request.Uid, beas.Uid);
        Assert.EndsWith(":mailto:bea@demo.example", beas.Line("ATTENDEE;"), StringComparison.Ordinal);
        await academy.AuditAsync();
    }

    [Theory, BothDatabases]
    public async Task Booking_again_after_cancelling_is_a_new_booking_under_a_new_uid(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var session = await academy.HasSessionAsync();
        var ada = await academy.HasAsync("ada");
        var first = await ada.BooksAsync(session);
        await ada.CancelsAsync(first);

        var again = await (await (await ada.GetPageAsync(Links.Booking(first.Id))).FollowAsync("Book again")).SubmitAsync("Book this place");

        again.ShouldSay("You have a place");
        Assert.Equal([BookingStatus.Cancelled, BookingStatus.Confirmed], (await ada.MineAsync()).Select(b => b.Status).OrderDescending());
        var mails = await academy.MailsAsync();
        Assert.Equal(2, mails.Where(m => m.Method == "REQUEST").DistinctBy(m => m.Uid).Count());
        Assert.All(mails.Where(m => m.Method == "REQUEST"), m => Assert.Equal(0, m.Sequence));
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_asked_to_and_comes_back_to_the_session()
    {
        await using var academy = await Academy.OpenAsync();
        var session = await academy.HasSessionAsync();

        var signIn = await (await academy.App.Anonymous().GetPageAsync(Links.Session(session.Id))).FollowAsync("Sign in to book");

        signIn.ShouldBeAt(Links.SignInFrom(Links.Session(session.Id)));
    }

    private static async Task<SentMail> InviteAsync(Academy academy, Somebody to, string method) => Assert.Single(await academy.MailsToAsync(to), m => m.Method == method);
}
