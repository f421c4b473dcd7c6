using System.Buffers.Text;
using System.Security.Cryptography;
using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Circles.Papers;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Circles.CheckIns;

/// <summary>Check-ins in a minute. Nobody is signed in and nobody is written down; a row lives until everybody had the piece and somebody ends it, two hours at most.</summary>
public sealed class QuickCheckInService(UnitOfWork work, TimeProvider clock)
{
    private const int CodeBytes = 9;

    public Task<Result<QuickCheckIn>> BeginAsync(int? people, CancellationToken cancel) => work.DecideAsync<QuickCheckIn>(async (db, nowUtc) =>
    {
        // Whoever begins one clears away what others forgot: no worker of its own for a handful of rows.
        await db.QuickCheckIns.Where(c => c.ExpiresAtUtc < nowUtc).ExecuteDeleteAsync(cancel);
        if (await QuestionService.DrawAsync(db, null, cancel) is not { } question) { return new NoQuestions(); }
        var begun = QuickCheckIn.Begin(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(CodeBytes)), question, people, nowUtc);
        if (begun.Refusal is null) { db.Add(begun.Value); }
        return begun;
    }, cancel);

    public async Task<QuickCheckIn?> FindAsync(string code, CancellationToken cancel)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        await using var db = await work.ReadAsync(cancel);
        return await db.QuickCheckIns.AsNoTracking().FirstOrDefaultAsync(c => c.Code == code && c.ExpiresAtUtc > nowUtc, cancel);
    }

    public Task<Result<bool>> PassOnAsync(string code, int turn, CancellationToken cancel) => ChangeAsync(code, (_, checkIn) =>
    {
        checkIn.PassOn(turn);
        return Task.CompletedTask;
    }, cancel);

    public Task<Result<bool>> DrawAnotherAsync(string code, CancellationToken cancel) => ChangeAsync(code, async (db, checkIn) =>
        checkIn.DrawAnother(await QuestionService.DrawAsync(db, checkIn.Question, cancel) ?? checkIn.Question), cancel);

    public Task<Result<bool>> EndAsync(string code, CancellationToken cancel) => ChangeAsync(code, (db, checkIn) =>
    {
        db.Remove(checkIn);
        return Task.CompletedTask;
    }, cancel);

    private Task<Result<bool>> ChangeAsync(string code, Func<LearningDb, QuickCheckIn, Task> change, CancellationToken cancel) => work.DecideAsync<bool>(async (db, nowUtc) =>
    {
        // Two phones press in the same second: on PostgreSQL the second waits for the first and then sees what it did.
        await db.QuickCheckIns.Where(c => c.Code == code).ExecuteUpdateAsync(row => row.SetProperty(c => c.Turn, c => c.Turn), cancel);
        if (await db.QuickCheckIns.FirstOrDefaultAsync(c => c.Code == code && c.ExpiresAtUtc > nowUtc, cancel) is not { } checkIn) { return new CheckInNotFound(); }
        await change(db, checkIn);
        return true;
    }, cancel);
}
