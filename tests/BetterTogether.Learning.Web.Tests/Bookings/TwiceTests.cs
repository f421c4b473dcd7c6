using System.Net;
using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Bookings;

/// <summary>A double click, a retry after a lost answer: one booking, the first answer again.</summary>
public sealed class TwiceTests
{
    [Theory, BothDatabases]
    public async Task The_same_key_and_body_get_the_first_answer(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var session = await academy.HasSessionAsync();
        var ada = await academy.HasAsync("ada");

        var first = await ada.AsksForAsync(session, key: "k1");
        var again = await ada.AsksForAsync(session, key: "k1");

        Assert.Equal((first.Status, first.Body), (again.Status, again.Body));
        Assert.Single(await ada.MineAsync());
        Assert.Single(await academy.MailsAsync());
    }

    [Theory, BothDatabases]
    public async Task Ten_at_once_with_one_key_are_one_booking(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var session = await academy.HasSessionAsync(capacity: 5);
        var ada = await academy.HasAsync("ada");
        await ada.HereAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => ada.AsksForAsync(session, key: "k1")));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.Status));
        Assert.Single(answers.Select(a => a.Body).Distinct());
        Assert.Single(await ada.MineAsync());
        Assert.Single(await academy.MailsAsync());
        await academy.AuditAsync();
    }

    [Theory, BothDatabases]
    public async Task Ten_at_once_without_a_key_are_one_booking_too(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var session = await academy.HasSessionAsync(capacity: 5);
        var ada = await academy.HasAsync("ada");
        await ada.HereAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => ada.AsksForAsync(session)));

        Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.Created), a => a.ShouldBe(HttpStatusCode.Conflict, "already-booked"));
        Assert.Single(await ada.MineAsync());
        await academy.AuditAsync();
    }

    [Theory, BothDatabases]
    public async Task The_same_key_with_another_body_is_refused(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var session = await academy.HasSessionAsync();
        var ada = await academy.HasAsync("ada");
        await ada.AsksForAsync(session, key: "k1");

        (await ada.AsksForAsync(session, confirmClash: true, key: "k1")).ShouldBe(HttpStatusCode.Conflict, "key-reused");
    }

    [Theory, BothDatabases]
    public async Task A_key_belongs_to_one_person_and_one_session(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var (first, second) = (await academy.HasSessionAsync(), await academy.HasSessionAsync(startsAtUtc: A.Start.AddDays(1)));
        var (ada, bea) = (await academy.HasAsync("ada"), await academy.HasAsync("bea"));

        var answers = new[] { await ada.AsksForAsync(first, key: "k1"), await ada.AsksForAsync(second, key: "k1"), await bea.AsksForAsync(first, key: "k1") };

        Assert.All(answers, a => a.ShouldBe(HttpStatusCode.Created));
        Assert.Equal(3, answers.Select(a => a.As<BookingView>().Id).Distinct().Count());
    }

    [Theory, BothDatabases]
    public async Task After_a_day_the_key_is_forgotten_and_it_is_decided_anew(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var session = await academy.HasSessionAsync();
        var ada = await academy.HasAsync("ada");
        var first = (await ada.AsksForAsync(session, key: "k1")).As<BookingView>();
        await ada.CancelsAsync(first);

        academy.Clock.Jump(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.Equal(first, (await ada.AsksForAsync(session, key: "k1")).As<BookingView>());
        academy.Clock.Jump(TimeSpan.FromSeconds(1));
        var anew = (await ada.AsksForAsync(session, key: "k1")).ShouldBe(HttpStatusCode.Created).As<BookingView>();

        Assert.NotEqual(first.Id, anew.Id);
        Assert.Equal(BookingStatus.Confirmed, anew.Status);
    }

    [Fact]
    public async Task What_nobody_can_repeat_any_more_is_not_kept()
    {
        await using var academy = await Academy.OpenAsync();
        var (ada, session) = (await academy.HasAsync("ada"), await academy.HasSessionAsync());
        await ada.AsksForAsync(session, key: "k1");
        academy.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(1, await academy.App.Ask(db => db.IdempotencyKeys.CountAsync()));

        await Eventually.HoldsAsync(() =>
        {
            academy.Clock.Advance(TimeSpan.FromHours(1));
            return academy.App.Ask(async db => !await db.IdempotencyKeys.AnyAsync());
        }, "the answer is deleted");
    }

    [Fact]
    public async Task A_refusal_is_decided_anew_under_the_same_key()
    {
        await using var academy = await Academy.OpenAsync();
        var session = await academy.HasSessionAsync();
        var ada = await academy.HasAsync("ada");
        var first = await ada.BooksAsync(session);

        (await ada.AsksForAsync(session, key: "k1")).ShouldBe(HttpStatusCode.Conflict, "already-booked");
        await ada.CancelsAsync(first);

        (await ada.AsksForAsync(session, key: "k1")).ShouldBe(HttpStatusCode.Created);
    }

    [Theory, BothDatabases]
    public async Task Pressing_the_button_of_a_page_twice_books_once(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var session = await academy.HasSessionAsync();
        var ada = await academy.HasAsync("ada");
        var page = await ada.GetPageAsync(Links.Session(session.Id));

        var pressed = await Task.WhenAll(page.SubmitAsync("Book this place"), page.SubmitAsync("Book this place"));

        var booking = Assert.Single(await ada.MineAsync());
        Assert.All(pressed, p => p.ShouldBeAt(Links.Booking(booking.Id)).ShouldSay("You have a place"));
        Assert.Single(await academy.MailsAsync());
    }

    [Theory, BothDatabases]
    public async Task Pressing_the_button_of_a_learning_wednesday_twice_books_once(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var session = await academy.HasAsync(A.Details(kind: Domain.Sessions.SessionKind.LearningWednesday));
        var ada = await academy.HasAsync("ada");
        var page = await ada.GetPageAsync(Links.LearningWednesday(A.Day("2026-09-02")));

        for (var press = 0; press < 2; press++)
        {
            (await page.SubmitAsync("Book these sessions", ("Choices[0]", $"{session.Id}"))).ShouldBeAt(Links.LearningWednesdayBooked(A.Day("2026-09-02"))).ShouldSay("You are booked.");
        }

        Assert.Single(await ada.MineAsync());
        Assert.Single(await academy.MailsAsync());
    }
}
