using System.Net;
using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BetterTogether.Learning.Web.Tests.Bookings;

/// <summary>Nine o'clock on opening day: two hundred people ask for seven places in the same second.</summary>
public sealed class RushTests
{
    private const int People = 200;
    private const int Places = 7;

    [Theory, BothDatabases]
    public async Task Seven_get_a_place_and_the_others_their_number_in_line(DatabaseProvider provider)
    {
        var (clock, errors) = (new FixedClock(), new LogLines(LogLevel.Error));
        await using var academy = await Academy.OpenAsync(provider, s => s.AddSingleton<TimeProvider>(new TickingClock(clock)).AddSingleton<ILoggerProvider>(errors).AddLogging(l => l.AddFilter<LogLines>(null, LogLevel.Error)), clock);
        var session = await academy.HasSessionAsync(Places);
        var crowd = await academy.HasCrowdAsync(People);

        errors.Clear(); // looking for the table of migrations in an empty database is logged as an error

        var answers = await RushAsync(crowd, session);

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.Answer.Status));
        Assert.Empty(errors.All);
        var views = answers.ToDictionary(a => a.Who, a => a.Answer.As<BookingView>());
        Assert.Equal(Places, views.Values.Count(v => v is { Status: BookingStatus.Confirmed, Position: null }));
        Assert.Equal(Enumerable.Range(1, People - Places), views.Values.Where(v => v.Status == BookingStatus.Waiting).Select(v => v.Position!.Value).Order());
        foreach (var (who, view) in views) { Assert.Equal(view, Assert.Single(await who.MineAsync())); }
        await InOrderAsync(academy, session, views.Values);
        await academy.AuditAsync();
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("Healthy", (await academy.App.Anonymous().GetAsync(Links.Ready)).ShouldBe(HttpStatusCode.OK).Body);
    }

    [Fact]
    public async Task Without_the_lock_places_are_sold_twice()
    {
        await using var academy = await Academy.OpenAsync(DatabaseProvider.Postgres, s => s.AddSingleton<RowLocks, NoLocks>());
        var crowd = await academy.HasCrowdAsync(40);
        var most = 0;
        for (var rush = 0; rush < 20 && most <= Places; rush++)
        {
            var session = await academy.HasSessionAsync(Places, startsAtUtc: A.Start.AddDays(rush));
            most = (await RushAsync(crowd, session)).Count(a => a.Answer.Status == HttpStatusCode.Created && a.Answer.As<BookingView>().Status == BookingStatus.Confirmed);
        }

        Assert.True(most > Places, "Twenty rushes without the lock, and no place was sold twice: the test of the lock proves nothing");
    }

    internal static async Task<IReadOnlyList<(Somebody Who, Answer Answer)>> RushAsync(IReadOnlyList<Somebody> crowd, Session session)
    {
        foreach (var somebody in crowd) { await somebody.HereAsync(); }
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asking = crowd.Select(async somebody =>
        {
            await open.Task;
            return (somebody, await somebody.AsksForAsync(session));
        }).ToList();
        open.SetResult();
        return await Task.WhenAll(asking);
    }

    // The clock ticks under the lock: who was decided on first has the earlier time, a place before a ticket, a lower ticket before a higher.
    private static async Task InOrderAsync(Academy academy, Session session, IEnumerable<BookingView> views)
    {
        var rows = await academy.App.Ask(db => db.Bookings.AsNoTracking().Where(b => b.SessionId == session.Id).OrderBy(b => b.BookedAtUtc).ToListAsync());
        Assert.Equal(Enumerable.Repeat(0, Places).Concat(Enumerable.Range(1, People - Places)), rows.Select(b => b.Ticket));
        Assert.Equal(People, rows.Select(b => b.BookedAtUtc).Distinct().Count());
        var told = views.ToDictionary(v => v.Id, v => v.Position);
        Assert.All(rows, b => Assert.Equal(b.Ticket == 0 ? null : b.Ticket, told[b.Id]));
    }

    private sealed class NoLocks : RowLocks
    {
        public override Task TakeAsync(LearningDb db, IReadOnlyCollection<Guid> sessionIds, CancellationToken cancel) => Task.CompletedTask;
    }
}
