using System.Net;
using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Bookings;

/// <summary>
/// The database breaks at the n-th step of a request, for every n, before it and after it. Nobody is told of a success that
/// is none, nothing is left half done, and asking again completes what was asked, once.
/// </summary>
public sealed class FaultTests
{
    private readonly FaultInjection faults = new();

    [Fact]
    public Task Booking() => AtEveryStepAsync(async (academy, turn) =>
    {
        var session = await academy.HasSessionAsync(capacity: 1);
        var who = await academy.HasAsync($"ada{turn}");
        return new(who, () => who.AsksForAsync(session, key: "k"), HttpStatusCode.Created,
            async () => Assert.Equal(BookingStatus.Confirmed, Assert.Single(await who.MineAsync()).Status), Mails: 1);
    });

    [Fact]
    public Task Joining_the_list_when_the_place_is_offered_to_all() => AtEveryStepAsync(async (academy, turn) =>
    {
        var session = await academy.HasSessionAsync(capacity: 1, startsAtUtc: A.London("2026-07-03 10:00"));
        var holder = (await academy.FillAsync(session))[0];
        var other = await academy.HasAsync($"other{turn}");
        await other.BooksAsync(session);
        await holder.CancelsAsync((await holder.MineAsync())[0]);
        var who = await academy.HasAsync($"ada{turn}");
        return new(who, () => who.AsksForAsync(session, key: "k"), HttpStatusCode.Created,
            async () => Assert.Equal(BookingStatus.Offered, Assert.Single(await who.MineAsync()).Status), Mails: 2);
    });

    [Fact]
    public Task Cancelling_where_somebody_waits() => AtEveryStepAsync(async (academy, turn) =>
    {
        var session = await academy.HasSessionAsync(capacity: 1);
        var (who, next) = (await academy.HasAsync($"ada{turn}"), await academy.HasAsync($"bea{turn}"));
        var (held, waiting) = (await who.BooksAsync(session), await next.BooksAsync(session));
        return new(who, () => who.AsksAsync("cancel", held.Id), HttpStatusCode.OK, async () =>
        {
            Assert.Equal(BookingStatus.Cancelled, (await who.SeesAsync(held)).Status);
            Assert.Equal(BookingStatus.Offered, (await next.SeesAsync(waiting)).Status);
        }, Mails: 2);
    });

    [Fact]
    public Task Accepting() => AtEveryStepAsync(async (academy, turn) =>
    {
        var (who, offered) = await OfferedAsync(academy, turn);
        return new(who, () => who.AsksAsync("accept", offered.Id), HttpStatusCode.OK,
            async () => Assert.Equal(BookingStatus.Confirmed, (await who.SeesAsync(offered)).Status), Mails: 1);
    });

    [Fact]
    public Task Declining() => AtEveryStepAsync(async (academy, turn) =>
    {
        var (who, offered) = await OfferedAsync(academy, turn);
        return new(who, () => who.AsksAsync("decline", offered.Id), HttpStatusCode.OK,
            async () => Assert.Equal(BookingStatus.Declined, (await who.SeesAsync(offered)).Status), Mails: 0);
    });

    [Fact]
    public Task Moving_a_session_and_adding_places() => AtEveryStepAsync(async (academy, turn) =>
    {
        var session = await academy.HasSessionAsync(capacity: 2);
        await academy.FillAsync(session);
        var next = await academy.HasAsync($"bea{turn}");
        var waiting = await next.BooksAsync(session);
        var to = A.Start.AddDays(1);
        return new(academy.Desk, () => academy.Desk.PatchAsync(session, new { startsAtUtc = to, endsAtUtc = to.AddHours(1), capacity = 3 }), HttpStatusCode.OK, async () =>
        {
            Assert.Equal(to, (await academy.Desk.SeesAsync(session)).StartsAtUtc);
            Assert.Equal(BookingStatus.Offered, (await next.SeesAsync(waiting)).Status);
        }, Mails: 4);
    });

    [Fact]
    public Task Cancelling_a_session() => AtEveryStepAsync(async (academy, turn) =>
    {
        var session = await academy.HasSessionAsync(capacity: 1);
        await academy.FillAsync(session);
        var next = await academy.HasAsync($"bea{turn}");
        var waiting = await next.BooksAsync(session);
        return new(academy.Desk, () => academy.Desk.PostAsync($"{Links.ApiSession(session.Id)}/cancel"), HttpStatusCode.OK,
            async () => Assert.Equal(BookingStatus.Cancelled, (await next.SeesAsync(waiting)).Status), Mails: 2);
    });

    [Fact]
    public Task Booking_several_in_one_press() => AtEveryStepAsync(async (academy, turn) =>
    {
        var day = A.Day("2026-09-02").AddDays(turn);
        var sessions = new List<Session>();
        foreach (var clock in new[] { "10:00", "12:00" })
        {
            sessions.Add(await academy.HasAsync(A.Details(kind: SessionKind.LearningWednesday, title: "Trust", startsAtUtc: A.London($"{day:yyyy-MM-dd} {clock}"))));
        }
        var who = await academy.HasAsync($"ada{turn}");
        var page = await who.GetPageAsync(Links.LearningWednesday(day));
        return new(who, async () =>
        {
            var shown = await page.SubmitAsync("Book these sessions", ("Choices[0]", $"{sessions[0].Id}"), ("Choices[1]", $"{sessions[1].Id}"));
            return new Answer(shown.Status, shown.Text, shown.Headers, "text/html");
        }, HttpStatusCode.OK, async () => Assert.Equal(2, (await who.MineAsync()).Count(b => b.Status == BookingStatus.Confirmed)), Mails: 2);
    });

    /// <param name="Who">Whose request breaks.</param>
    /// <param name="Ask">The request; asked again without a fault after it broke.</param>
    /// <param name="Done">What holds once it is done.</param>
    /// <param name="Mails">How many mails it makes, however often it is asked.</param>
    private sealed record Attempt(Somebody Who, Func<Task<Answer>> Ask, HttpStatusCode Success, Func<Task> Done, int Mails);

    private async Task AtEveryStepAsync(Func<Academy, int, Task<Attempt>> prepare)
    {
        await using var academy = await Academy.OpenAsync(replace: faults.Install);
        var turn = 0;
        foreach (var when in new[] { "before", "after" })
        {
            // After its last step there may be none that counts: two steps without a fault are the end.
            for (var (step, calm) = (1, 0); calm < 3; step++)
            {
                Assert.InRange(step, 1, 100);
                var attempt = await prepare(academy, turn++);
                calm = await BreakAsync(academy, attempt, step, when) ? 0 : calm + 1;
            }
        }
        Assert.InRange(turn, 20, 400);
    }

    private async Task<bool> BreakAsync(Academy academy, Attempt attempt, int step, string when)
    {
        var before = await MailsAsync(academy);
        var headers = (await attempt.Who.HereAsync()).Http.DefaultRequestHeaders;
        faults.Arm();
        headers.Add(FaultInjection.Header, $"{step} {when}");
        var answer = await attempt.Ask();
        headers.Remove(FaultInjection.Header);

        await academy.AuditAsync();
        if (answer.Status == attempt.Success) { await attempt.Done(); }
        else { Assert.True(faults.Fired && (int)answer.Status >= 500, $"Step {step} {when} ({faults.Hit}): {(int)answer.Status} {answer.Body}"); }
        if (answer.Status == attempt.Success && !faults.Fired) { return false; }

        (await attempt.Ask()).ShouldBe(attempt.Success);
        await attempt.Done();
        await academy.AuditAsync();
        Assert.True(attempt.Mails == await MailsAsync(academy) - before, $"Step {step} {when} ({faults.Hit}): not {attempt.Mails} mails");
        return true;
    }

    private static Task<int> MailsAsync(Academy academy) => academy.App.Ask(db => db.Outbox.CountAsync());

    private static async Task<(Somebody Who, BookingView Offered)> OfferedAsync(Academy academy, int turn)
    {
        var session = await academy.HasSessionAsync(capacity: 1);
        var holder = (await academy.FillAsync(session))[0];
        var who = await academy.HasAsync($"ada{turn}");
        await who.BooksAsync(session);
        await holder.CancelsAsync((await holder.MineAsync())[0]);
        return (who, Assert.Single(await who.MineAsync()));
    }
}
