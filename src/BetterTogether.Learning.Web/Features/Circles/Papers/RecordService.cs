using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Circles.Papers;

/// <summary>The record of group supervision, on its way to the child's record. Callers have seen that the person brought the question or facilitated.</summary>
public sealed class RecordService(UnitOfWork work)
{
    public Task<Result<bool>> WriteAsync(Guid actorId, Guid circleId, Guid bringerId, RecordText text, CancellationToken cancel) => work.DecideAsync<bool>(async (db, nowUtc) =>
    {
        var known = await db.SupervisionRecords.FindAsync([circleId], cancel);
        var written = known?.Change(text) ?? SupervisionRecord.Make(circleId, bringerId, text, nowUtc);
        if (written.Refusal is { } no) { return no; }
        if (known is null) { db.Add(written.Value); }
        db.Record(nowUtc, actorId, "supervision-record-written", circleId);
        return true;
    }, cancel);

    /// <summary>Copied to the child's record: it is deleted here. Ticked twice is ticked.</summary>
    public Task<Result<bool>> RecordedAsync(Guid bringerId, Guid circleId, CancellationToken cancel) => work.DecideAsync<bool>(async (db, nowUtc) =>
    {
        if (await db.SupervisionRecords.FindAsync([circleId], cancel) is not { } record) { return true; }
        if (record.BringerId != bringerId) { return new NotYourRecord(); }
        db.Remove(record);
        db.Record(nowUtc, bringerId, "supervision-recorded", circleId);
        return true;
    }, cancel);

    public async Task<SupervisionRecord?> OfAsync(Guid circleId, CancellationToken cancel)
    {
        await using var db = await work.ReadAsync(cancel);
        return await db.SupervisionRecords.AsNoTracking().FirstOrDefaultAsync(r => r.CircleId == circleId, cancel);
    }
}
