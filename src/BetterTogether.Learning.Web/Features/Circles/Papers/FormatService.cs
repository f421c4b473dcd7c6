using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Circles.Papers;

/// <summary>The formats that come with the product, and the desk's own.</summary>
public sealed class FormatService(UnitOfWork work)
{
    public Task<Result<OwnFormat>> CopyAsync(Guid actorId, string key, CancellationToken cancel) => work.DecideAsync<OwnFormat>(async (db, nowUtc) =>
    {
        if (await FindAsync(db, key, cancel) is not { } format) { return new FormatNotFound(); }
        var copy = OwnFormat.CopyOf(format, nowUtc);
        db.Add(copy);
        db.Record(nowUtc, actorId, "format-copied", copy.Id);
        return copy;
    }, cancel);

    public Task<Result<OwnFormat>> ChangeAsync(Guid actorId, Guid id, CircleFormat changed, int basedOn, CancellationToken cancel) => work.DecideAsync<OwnFormat>(async (db, nowUtc) =>
    {
        // Taken first: of two who save at once the second finds the other's version.
        await db.OwnFormats.Where(f => f.Id == id).ExecuteUpdateAsync(row => row.SetProperty(f => f.Version, f => f.Version), cancel);
        if (await db.OwnFormats.FindAsync([id], cancel) is not { } own) { return new FormatNotFound(); }
        var saved = own.Change(changed, basedOn);
        if (saved.Refusal is null) { db.Record(nowUtc, actorId, "format-changed", id); }
        return saved;
    }, cancel);

    public Task<Result<OwnFormat>> PutAwayAsync(Guid actorId, Guid id, bool away, CancellationToken cancel) => work.DecideAsync<OwnFormat>(async (db, nowUtc) =>
    {
        if (await db.OwnFormats.FindAsync([id], cancel) is not { } own) { return new FormatNotFound(); }
        if (own.Away == away) { return own; }
        own.PutAway(away);
        db.Record(nowUtc, actorId, away ? "format-put-away" : "format-brought-back", id);
        return own;
    }, cancel);

    /// <param name="key">A format's key; one of the desk's own that was put away is found no longer.</param>
    public async Task<CircleFormat?> FindAsync(string? key, CancellationToken cancel)
    {
        await using var db = await work.ReadAsync(cancel);
        return await FindAsync(db, key ?? "", cancel);
    }

    public async Task<OwnFormat?> OwnAsync(Guid id, CancellationToken cancel)
    {
        await using var db = await work.ReadAsync(cancel);
        return await db.OwnFormats.AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, cancel);
    }

    public async Task<IReadOnlyList<OwnFormat>> OwnAsync(CancellationToken cancel)
    {
        await using var db = await work.ReadAsync(cancel);
        return await db.OwnFormats.AsNoTracking().OrderBy(f => f.Title).ToListAsync(cancel);
    }

    private static async Task<CircleFormat?> FindAsync(LearningDb db, string key, CancellationToken cancel) =>
        CircleFormats.Find(key) ?? (OwnFormat.IdOf(key) is { } id ? (await db.OwnFormats.AsNoTracking().FirstOrDefaultAsync(f => f.Id == id && !f.Away, cancel))?.Format : null);
}
