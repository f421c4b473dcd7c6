using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Bookings;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Bookings;

/// <summary>Whoever leaves gives their places to those who wait, and hears no more of the sessions.</summary>
public sealed class LeaversTests
{
    [Theory, BothDatabases]
    public async Task A_leavers_place_goes_to_the_next_who_is_here(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var (ada, bob, cat) = (await academy.HasAsync("ada"), await academy.HasAsync("bob"), await academy.HasAsync("cat"));
        var session = await academy.HasSessionAsync(capacity: 1);
        var (held, waited, next) = (await ada.BooksAsync(session), await bob.BooksAsync(session), await cat.BooksAsync(session));

        await LeavesAsync(academy, bob);
        await LeavesAsync(academy, ada);

        Assert.Equal((BookingStatus.Cancelled, (Guid?)academy.Desk.Id), (await academy.BookingAsync(held.Id)) is var b ? (b.Status, b.EndedById) : default);
        Assert.Equal(BookingStatus.Cancelled, (await academy.BookingAsync(waited.Id)).Status);
        Assert.Equal(BookingStatus.Offered, (await cat.SeesAsync(next)).Status);
        Assert.Equal((1, 0), (await academy.SessionAsync(session)) is var s ? (s.Held, s.Waiting) : default);
        Assert.Equal("CANCEL", (await academy.MailsToAsync(ada))[^1].Method);
        await academy.AuditAsync();

        (await academy.Desk.PatchAsync(session, new { joinUrl = "https://meet.demo.example/secret" })).ShouldBe(System.Net.HttpStatusCode.OK);
        Assert.DoesNotContain(await academy.MailsAsync(), m => (m.To == ada.Email || m.To == bob.Email) && m.Text.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_attended_stays_on_record()
    {
        await using var academy = await Academy.OpenAsync();
        var (ada, session) = (await academy.HasAsync("ada"), await academy.HasSessionAsync());
        var held = await ada.BooksAsync(session);
        academy.Clock.JumpTo(session.StartsAtUtc);

        await LeavesAsync(academy, ada);

        Assert.Equal(BookingStatus.Confirmed, (await academy.BookingAsync(held.Id)).Status);
    }

    [Theory, BothDatabases]
    public async Task After_an_agency_workers_last_day_the_place_goes_on(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var (ada, bob) = (await academy.HasAsync("ada"), await academy.HasAsync("bob"));
        await academy.App.Ask(db => db.People.Where(p => p.Id == ada.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Employment, Employment.Agency).SetProperty(p => p.LastDay, A.Day("2026-07-31"))));
        var session = await academy.HasSessionAsync(capacity: 1);
        var (held, waits) = (await ada.BooksAsync(session), await bob.BooksAsync(session));
        academy.Clock.JumpTo(A.London("2026-07-31 23:59"));
        academy.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(BookingStatus.Confirmed, (await academy.BookingAsync(held.Id)).Status);

        academy.Clock.JumpTo(A.London("2026-08-01 00:01"));

        await Eventually.HoldsAsync(async () => (await academy.BookingAsync(held.Id)).Status == BookingStatus.Cancelled, "the place is given back");
        Assert.Equal(BookingStatus.Offered, (await academy.BookingAsync(waits.Id)).Status);
        Assert.Contains(await academy.MailsToAsync(bob), m => m.Subject.StartsWith("A place for you", StringComparison.Ordinal));
        await academy.AuditAsync();
    }

    private static async Task LeavesAsync(Academy academy, Somebody who) =>
        (await (await academy.Desk.GetPageAsync(Links.Person(who.Id))).SubmitAsync("Deactivate")).ShouldSay("This person has left");
}
