using System.Net;
using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Bookings;

/// <summary>In the last two working days there is no time for turns: everybody waiting is asked at once.</summary>
public sealed class OffersToAllTests
{
    [Theory, BothDatabases]
    public async Task The_first_yes_has_the_place_and_the_others_are_told(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var line = await LateFreePlaceAsync(academy, waiting: 3);

        foreach (var (who, booking) in line) { Assert.Equal((BookingStatus.Offered, A.Start), await SeesAsync(who, booking)); }
        Assert.Equal(BookingStatus.Confirmed, (await line[1].Who.AcceptsAsync(line[1].Booking)).Status);

        Assert.Equal((BookingStatus.Waiting, 1), (await PositionAsync(line[0]), (await line[0].Who.SeesAsync(line[0].Booking)).Position!.Value));
        Assert.Equal((BookingStatus.Waiting, 2), (await PositionAsync(line[2]), (await line[2].Who.SeesAsync(line[2].Booking)).Position!.Value));
        (await line[0].Who.AsksAsync("accept", line[0].Booking.Id)).ShouldBe(HttpStatusCode.Conflict, "not-offered");
        foreach (var (who, _) in new[] { line[0], line[2] }) { Assert.Single(await academy.MailsToAsync(who), m => m.Subject.StartsWith("The place has gone", StringComparison.Ordinal)); }
        Assert.Single(await academy.MailsToAsync(line[1].Who), m => m.Method == "REQUEST");
        await academy.AuditAsync();
    }

    [Theory, BothDatabases]
    public async Task Of_many_yeses_at_once_one_has_the_place(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var line = await LateFreePlaceAsync(academy, waiting: 12);
        foreach (var (who, _) in line) { await who.HereAsync(); }

        var answers = await Task.WhenAll(line.Select(one => one.Who.AsksAsync("accept", one.Booking.Id)));

        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.OK), a => a.ShouldBe(HttpStatusCode.Conflict, "not-offered"));
        await academy.AuditAsync();
    }

    [Theory, BothDatabases]
    public async Task Who_joins_meanwhile_is_asked_like_the_others(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var line = await LateFreePlaceAsync(academy, waiting: 1);
        var session = await academy.App.Ask(db => db.Sessions.FindAsync(line[0].Booking.SessionId).AsTask());
        var newcomer = await academy.HasAsync("newcomer");

        var joined = await newcomer.BooksAsync(session!);

        Assert.Equal(BookingStatus.Offered, joined.Status);
        Assert.Equal(BookingStatus.Offered, (await line[0].Who.SeesAsync(line[0].Booking)).Status);
        await academy.AuditAsync();
    }

    [Theory, BothDatabases]
    public async Task Nobody_has_a_place_tomorrow_without_a_yes(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var line = await LateFreePlaceAsync(academy, waiting: 2);

        await academy.PassesToAsync(A.Start);

        foreach (var (who, booking) in line) { Assert.Equal(BookingStatus.Expired, (await who.SeesAsync(booking)).Status); }
        Assert.DoesNotContain(await academy.MailsToAsync(line[0].Who), m => m.Method is not null);
        await academy.AuditAsync();
    }

    /// <summary>One place, given back on the day before, while people wait.</summary>
    private static async Task<IReadOnlyList<(Somebody Who, BookingView Booking)>> LateFreePlaceAsync(Academy academy, int waiting)
    {
        var session = await academy.HasSessionAsync(capacity: 1);
        var holder = (await academy.FillAsync(session))[0];
        var line = new List<(Somebody, BookingView)>();
        foreach (var who in await academy.HasCrowdAsync(waiting, "line")) { line.Add((who, await who.BooksAsync(session))); }
        await academy.PassesToAsync(A.Start.AddDays(-1));
        await holder.CancelsAsync((await holder.MineAsync())[0]);
        return line;
    }

    private static async Task<(BookingStatus, DateTime?)> SeesAsync(Somebody who, BookingView booking)
    {
        var now = await who.SeesAsync(booking);
        return (now.Status, now.OfferUntilUtc);
    }

    private static async Task<BookingStatus> PositionAsync((Somebody Who, BookingView Booking) one) => (await one.Who.SeesAsync(one.Booking)).Status;
}
