using System.Net;
using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Bookings;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Circles;

/// <summary>Where a leader listens a place is offered to nobody who could not use it; who is passed over loses nothing by it. The rule itself is tabled in the domain.</summary>
public sealed class PassedOverPageTests
{
    [Theory, BothDatabases]
    public async Task A_place_passes_over_whoever_could_not_use_it_and_comes_to_them_once_they_could(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var (facilitator, leader) = (await academy.HasAsync("facilitator", Roles.Facilitator), await academy.HasAsync("leader"));
        var head = await academy.HasAsync("head", managedBy: leader);
        var (ana, other, dan) = (await academy.HasAsync("ana", managedBy: head), await academy.HasAsync("other"), await academy.HasAsync("dan"));
        var session = await academy.HasAsync(A.Details(capacity: 2, kind: Domain.Sessions.SessionKind.Circle) with { Trainers = [facilitator.Id] });
        var (anas, others) = (await ana.BooksAsync(session), await other.BooksAsync(session));
        var (waits, next) = (await head.BooksAsync(session), await dan.BooksAsync(session));
        const string why = "A leader listens in this circle and somebody of your line of management has a place";
        // Asked while nobody listens there, and no good once somebody does.
        await other.CancelsAsync(others);
        await PlansAsync(academy, facilitator, session, "leadersListening", leader.Email);
        (await head.AsksAsync("accept", waits.Id)).ShouldBe(HttpStatusCode.Conflict, "line-in-circle");
        (await head.GetPageAsync(Links.MyBookings)).ShouldSay("Take it or let it go").ShouldNotSay(why);

        await academy.PassesToAsync((await head.SeesAsync(waits)).OfferUntilUtc!.Value);

        Assert.Equal((BookingStatus.Waiting, BookingStatus.Offered), ((await head.SeesAsync(waits)).Status, (await dan.SeesAsync(next)).Status));
        (await head.GetPageAsync(Links.MyBookings)).ShouldSay("You are number 1 on the waiting list").ShouldSay(why);
        (await head.GetPageAsync(Links.Booking(waits.Id))).ShouldSay("You are number 1").ShouldSay(why);
        await dan.DeclinesAsync(next);
        // A place is free beside them: it is nobody's yet, and whoever comes is asked at once.
        await academy.AuditAsync();
        Assert.Equal(BookingStatus.Waiting, (await head.SeesAsync(waits)).Status);
        Assert.Equal(BookingStatus.Offered, (await other.BooksAsync(session)).Status);

        await ana.CancelsAsync(anas);

        Assert.Equal(BookingStatus.Offered, (await head.SeesAsync(waits)).Status);
        await head.AcceptsAsync(waits);
        (await ana.AsksForAsync(session)).ShouldBe(HttpStatusCode.Conflict, "line-in-circle");
        await academy.AuditAsync();
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Whoever_was_passed_over_is_asked_when_their_line_gives_its_place_to_somebody_else_or_nobody_listens_any_more(bool swap)
    {
        await using var academy = await Academy.OpenAsync();
        var (facilitator, leader) = (await academy.HasAsync("facilitator", Roles.Facilitator), await academy.HasAsync("leader"));
        var head = await academy.HasAsync("head", managedBy: leader);
        var (lead, other) = (await academy.HasAsync("lead", managedBy: head), await academy.HasAsync("other", managedBy: head));
        var ana = await academy.HasAsync("ana", managedBy: lead);
        var session = await academy.HasAsync(A.Details(capacity: 2, kind: Domain.Sessions.SessionKind.Circle) with { Trainers = [facilitator.Id] });
        await lead.BooksAsync(session);
        var (others, anas) = (await other.BooksAsync(session), await ana.BooksAsync(session));
        await PlansAsync(academy, facilitator, session, "leadersListening", leader.Email);
        await other.CancelsAsync(others);
        Assert.Equal(BookingStatus.Waiting, (await ana.SeesAsync(anas)).Status);

        if (swap) { (await (await head.GetPageAsync(Links.MyPeople)).SubmitAsync("Swap", ("to", other.Email))).ShouldSay("Done."); }
        else
        {
            await PlansAsync(academy, facilitator, session, "listening", "");
            academy.Clock.JumpTo(academy.Clock.NowUtc.AddSeconds(31));
            await Eventually.HoldsAsync(async () => (await ana.SeesAsync(anas)).Status == BookingStatus.Offered, "the place is offered");
        }

        Assert.Equal(BookingStatus.Offered, (await ana.SeesAsync(anas)).Status);
        await ana.AcceptsAsync(anas);
        await academy.AuditAsync();
    }

    /// <summary>The facilitator plans the session's circle anew.</summary>
    private static async Task PlansAsync(Academy academy, Somebody facilitator, Domain.Sessions.Session session, string format, string listenerEmail)
    {
        await facilitator.GetPageAsync(Links.SessionCircle(session.Id));
        var id = await academy.App.Ask(db => db.Circles.Select(c => c.Id).SingleAsync());
        (await (await facilitator.GetPageAsync(Links.ChangeCircle(id))).SubmitAsync("Save the plan", ("Form.Format", format), ("Form.ListenerEmail", listenerEmail))).ShouldNotSay("Please look at this again");
    }
}
