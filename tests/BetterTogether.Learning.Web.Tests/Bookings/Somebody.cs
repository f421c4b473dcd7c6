using System.Net;
using System.Text.Json;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Features.Bookings;
using BetterTogether.Learning.Web.Features.Sessions;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Bookings;

/// <summary>A person who books; signs in again where the clock has gone on too far. Threading: the first call signs in, so make it alone.</summary>
internal sealed class Somebody(TestApp app, Person person)
{
    private static readonly TimeSpan SignedInFor = TimeSpan.FromMinutes(50);
    private Visitor? visitor;
    private DateTime sinceUtc;

    public Person Person => person;
    public Guid Id => person.Id;
    public string Email => person.Email;
    public string Name => person.Name;

    public async Task<Visitor> HereAsync()
    {
        if (visitor is null || app.Clock.NowUtc - sinceUtc > SignedInFor) { (visitor, sinceUtc) = (await app.SignedInAs(person), app.Clock.NowUtc); }
        return visitor;
    }

    public async Task<Answer> PostAsync(string url, object? body = null, params (string, string)[] headers) => await (await HereAsync()).PostAsync(url, body, headers);

    public async Task<Answer> PatchAsync(Session session, object body) => await (await HereAsync()).PatchAsync(Links.ApiSession(session.Id), body);

    public async Task<Answer> GetAsync(string url) => await (await HereAsync()).GetAsync(url);

    public async Task<Page> GetPageAsync(string url) => await (await HereAsync()).GetPageAsync(url);

    public Task<Answer> AsksForAsync(Session session, bool confirmClash = false, Somebody? forWhom = null, string? key = null) =>
        PostAsync($"{Links.ApiSession(session.Id)}/bookings", new BookBody(confirmClash, forWhom?.Email), key is null ? [] : [("Idempotency-Key", key)]);

    public async Task<BookingView> BooksAsync(Session session, bool confirmClash = false, Somebody? forWhom = null) =>
        (await AsksForAsync(session, confirmClash, forWhom)).ShouldBe(HttpStatusCode.Created).As<BookingView>();

    public Task<Answer> AsksAsync(string what, Guid bookingId) => PostAsync($"{Links.ApiBooking(bookingId)}/{what}");

    public async Task<BookingView> CancelsAsync(BookingView booking) => (await AsksAsync("cancel", booking.Id)).ShouldBe(HttpStatusCode.OK).As<BookingView>();

    public async Task<BookingView> AcceptsAsync(BookingView booking) => (await AsksAsync("accept", booking.Id)).ShouldBe(HttpStatusCode.OK).As<BookingView>();

    public async Task<BookingView> DeclinesAsync(BookingView booking) => (await AsksAsync("decline", booking.Id)).ShouldBe(HttpStatusCode.OK).As<BookingView>();

    public async Task<IReadOnlyList<BookingView>> MineAsync() =>
        (await GetAsync(Links.ApiMyBookings)).ShouldBe(HttpStatusCode.OK).Json.GetProperty("items").EnumerateArray().Select(b => b.Deserialize<BookingView>(Web.Hosting.JsonSetup.Options)!).ToList();

    public async Task<BookingView> SeesAsync(BookingView booking) => Assert.Single(await MineAsync(), b => b.Id == booking.Id);

    public async Task<SessionView> SeesAsync(Session session) => (await GetAsync(Links.ApiSession(session.Id))).ShouldBe(HttpStatusCode.OK).As<SessionView>();
}
