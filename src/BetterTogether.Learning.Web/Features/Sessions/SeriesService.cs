using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Bookings;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Sessions;

/// <summary>Making independent sessions from a pattern, and carrying a change of the pattern to those nobody touched.</summary>
public sealed class SeriesService(UnitOfWork work, BookingService bookings)
{
    /// <summary>Saves the pattern and a draft for each of its slots; those with a title and a place are published where that is wanted.</summary>
    public Task<Result<SeriesMade>> CreateAsync(SeriesDetails details, bool publish, Guid byId, OnceKey? once, CancellationToken cancel) =>
        work.DecideAsync<SeriesMade>((db, nowUtc) => db.OnceAsync<SeriesMade>(once, nowUtc, () =>
        {
            var made = Series.Create(details, nowUtc);
            if (made.Refusal is { } no) { return Task.FromResult<Result<SeriesMade>>(no); }
            var sessions = made.Value.MakeSessions(nowUtc);
            if (sessions.Count == 0) { return Task.FromResult<Result<SeriesMade>>(new Invalid("in-the-past", "Every day of this pattern is in the past", nameof(SeriesDetails.LastMonth))); }
            if (publish && sessions.Select(s => s.Publish(nowUtc).Refusal).FirstOrDefault(r => r is not null) is { } unready) { return Task.FromResult<Result<SeriesMade>>(unready); }
            db.Add(made.Value);
            db.AddRange(sessions);
            db.Record(nowUtc, byId, "series-made", made.Value.Id);
            return Task.FromResult<Result<SeriesMade>>(new SeriesMade(made.Value.Id, [.. sessions.Select(s => s.Id)]));
        }), cancel);

    /// <summary>Locks all sessions of the series: a change may move any of them.</summary>
    /// <param name="version">The version the editor looked at.</param>
    public async Task<Result<SeriesMade>> ChangeAsync(Guid id, SeriesDetails details, int version, Guid byId, CancellationToken cancel)
    {
        await using var read = await work.ReadAsync(cancel);
        var ids = await read.Sessions.Where(s => s.Slot!.SeriesId == id).Select(s => s.Id).ToListAsync(cancel);
        return await work.DecideAsync<SeriesMade>(ids, async (db, nowUtc) =>
        {
            if (await db.Series.SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } series) { return new SeriesNotFound(); }
            if (version != series.Version) { return new ChangedMeanwhile(); }
            var sessions = await db.Sessions.Include(s => s.Dates).Include(s => s.Trainers).AsSplitQuery().Where(s => s.Slot!.SeriesId == id).ToListAsync(cancel);
            var changed = series.Change(details, sessions, nowUtc);
            if (changed.Refusal is { } no) { return no; }
            foreach (var (session, change) in changed.Value)
            {
                if (await bookings.SessionChangedAsync(db, session, change, nowUtc, cancel) is { } unfit) { return unfit; }
                db.Record(nowUtc, byId, "session-changed", session.Id, "Series");
            }
            db.Record(nowUtc, byId, "series-changed", id);
            return new SeriesMade(id, [.. changed.Value.Select(c => c.Session.Id)]);
        }, cancel);
    }
}

/// <summary>A series and the sessions that were made, or changed, with it.</summary>
public sealed record SeriesMade(Guid Id, IReadOnlyList<Guid> Sessions);
