using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Circles.Papers;

/// <summary>The versions of how we will be together. Each edit is a new one.</summary>
public sealed class AgreementsService(UnitOfWork work)
{
    public Task<Result<Agreements>> WriteAsync(Guid actorId, string? text, int basedOn, CancellationToken cancel) => work.DecideAsync<Agreements>(async (db, nowUtc) =>
    {
        var next = (await NewestAsync(db, cancel)).Next(text, basedOn, actorId, nowUtc);
        if (next.Refusal is { } no) { return no; }
        db.Add(next.Value);
        db.Record(nowUtc, actorId, "agreements-written", actorId, $"{nameof(Agreements.Number)}={next.Value.Number}");
        return next.Value;
    }, cancel);

    /// <summary>What a new circle is agreed by.</summary>
    public async Task<Agreements> CurrentAsync(CancellationToken cancel)
    {
        await using var db = await work.ReadAsync(cancel);
        return await NewestAsync(db, cancel);
    }

    /// <summary>The version somebody is asked to agree to; the one that is built in stands for a number nobody knows.</summary>
    public async Task<Agreements> VersionAsync(int number, CancellationToken cancel)
    {
        await using var db = await work.ReadAsync(cancel);
        return await db.Agreements.AsNoTracking().FirstOrDefaultAsync(a => a.Number == number, cancel) ?? Agreements.BuiltIn;
    }

    /// <summary>All of them, the newest first.</summary>
    public async Task<IReadOnlyList<Agreements>> AllAsync(CancellationToken cancel)
    {
        await using var db = await work.ReadAsync(cancel);
        return [.. await db.Agreements.AsNoTracking().OrderByDescending(a => a.Number).ToListAsync(cancel), Agreements.BuiltIn];
    }

    /// <summary>The number a circle that is planned now is agreed by.</summary>
    internal static async Task<int> NumberAsync(LearningDb db, CancellationToken cancel) => (await NewestAsync(db, cancel)).Number;

    private static async Task<Agreements> NewestAsync(LearningDb db, CancellationToken cancel) =>
        await db.Agreements.AsNoTracking().OrderByDescending(a => a.Number).FirstOrDefaultAsync(cancel) ?? Agreements.BuiltIn;
}
