using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Sessions;
using BetterTogether.Learning.Web.Tests.Faults;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Desk;

internal sealed class SessionUseCases : IUseCases
{
    private static readonly Planner Desk = new(A.Desk, IsDesk: true);

    public IEnumerable<UseCase> Rows =>
    [
        new("SessionService.CreateAsync", w =>
        {
            var details = Details(w);
            return Task.FromResult(Attempt.Of(() => w.The<SessionService>().CreateAsync(details, publish: true, Desk, CancellationToken.None), db => db.Sessions.AnyAsync(s => s.Title == details.Title && s.Status == SessionStatus.Published)));
        }),
        new("SessionService.CreateOnceAsync", w =>
        {
            var details = Details(w);
            return Task.FromResult(Attempt.Of(
                () => w.The<SessionService>().CreateOnceAsync(details, publish: false, Desk, OnceKey.From(details.Title, A.Desk, "new", details), CancellationToken.None),
                async db => await db.Sessions.CountAsync(s => s.Title == details.Title) == 1));
        }),
        new("SessionService.ChangeAsync", async w =>
        {
            var session = await w.SessionAsync(capacity: 1);
            await w.BookAsync(session, await w.PersonAsync("holder"));
            var next = await w.BookAsync(session, await w.PersonAsync());
            var to = session.Details with { Capacity = 2, Dates = [A.Period(session.StartsAtUtc.AddDays(1))] };
            return Attempt.Of(
                () => w.The<SessionService>().ChangeAsync(session.Id, to, version: null, publish: false, Desk, CancellationToken.None),
                async db => await db.Sessions.AnyAsync(s => s.Id == session.Id && s.Capacity == 2) && await db.Bookings.AnyAsync(b => b.Id == next.Id && b.Status == BookingStatus.Offered), mails: 3);
        }, "moved, with a place more"),
        new("SessionService.PublishAsync", async w =>
        {
            var draft = A.Draft(Details(w), w.NowUtc);
            await w.App.Has(draft);
            return Attempt.Of(() => w.The<SessionService>().PublishAsync(draft.Id, Desk, CancellationToken.None), db => db.Sessions.AnyAsync(s => s.Id == draft.Id && s.Status == SessionStatus.Published));
        }),
        new("SessionService.CancelAsync", async w =>
        {
            var session = await w.SessionAsync(capacity: 1);
            await w.BookAsync(session, await w.PersonAsync("holder"));
            var waits = await w.BookAsync(session, await w.PersonAsync());
            return Attempt.Of(
                () => w.The<SessionService>().CancelAsync(session.Id, "Snow", Desk, CancellationToken.None),
                async db => await db.Sessions.AnyAsync(s => s.Id == session.Id && s.Status == SessionStatus.Cancelled) && await db.Bookings.AnyAsync(b => b.Id == waits.Id && b.Status == BookingStatus.Cancelled), mails: 2);
        }),
        new("SeriesService.CreateAsync", w =>
        {
            var details = Pattern(w);
            return Task.FromResult(Attempt.Of(
                () => w.The<SeriesService>().CreateAsync(details, publish: false, A.Desk, OnceKey.From(details.Name, A.Desk, "series", details), CancellationToken.None),
                async db => await db.Series.CountAsync(s => s.Name == details.Name) == 1 && await db.Sessions.CountAsync(s => s.Place == details.Place) == 3));
        }),
        new("SeriesService.ChangeAsync", async w =>
        {
            var details = Pattern(w);
            var series = Series.Create(details, w.NowUtc).Value;
            var sessions = series.MakeSessions(w.NowUtc);
            await w.App.Has([series, .. sessions]);
            var to = details with { Place = w.Name("Annexe ") };
            return Attempt.Of(
                () => w.The<SeriesService>().ChangeAsync(series.Id, to, series.Version, A.Desk, CancellationToken.None),
                async db => await db.Series.AnyAsync(s => s.Id == series.Id && s.Place == to.Place) && await db.Sessions.CountAsync(s => s.Place == to.Place) == sessions.Count);
        }),
    ];

    private static SessionDetails Details(Workshop w) => A.Details(title: w.Name("Session "), startsAtUtc: w.NowUtc.AddDays(60));

    // Three months, always in the future of a clock that other use cases move on.
    private static SeriesDetails Pattern(Workshop w)
    {
        var first = DateOnly.FromDateTime(w.NowUtc.AddMonths(2));
        return A.Series() with { Name = w.Name("Series "), Place = w.Name("Hall "), FirstMonth = first, LastMonth = first.AddMonths(2), SkippedMonths = [], SkipBankHolidays = false };
    }
}
