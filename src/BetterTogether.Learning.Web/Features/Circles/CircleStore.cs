using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>The stored circles. What many circles decide at the same time is committed together: the disk is flushed once for all of them. Threading: any thread.</summary>
public sealed class CircleStore
{
    private const string Step = """INSERT INTO circle_steps ("CircleId", "Key", "Version", "AtUtc") VALUES (@a, @b, @c, @d) ON CONFLICT DO NOTHING""";

    private const string Update = """
        UPDATE circles SET "Version" = @c, "State" = @d, "Status" = @e, "DueAtUtc" = @f, "EndedAtUtc" = coalesce("EndedAtUtc", @g), "CalledOff" = @h
        WHERE "Id" = @a AND "Version" = @b
        """;

    private readonly UnitOfWork work;
    private readonly IChangeNotifier notifier;
    private readonly Gathering<CircleSave, SaveOutcome> commits;

    public CircleStore(UnitOfWork work, IChangeNotifier notifier)
    {
        (this.work, this.notifier) = (work, notifier);
        commits = new(CommitAsync);
    }

    /// <returns>Null where there is no such circle.</returns>
    public async Task<CircleState?> LoadAsync(Guid circleId, CancellationToken cancel)
    {
        await using var db = await work.ReadAsync(cancel);
        var row = await db.Circles.Where(c => c.Id == circleId).Select(c => new { c.State, c.Script }).SingleOrDefaultAsync(cancel);
        return row is null ? null : CircleJson.ReadState(row.State, row.Script);
    }

    /// <returns>Null where there is no such circle.</returns>
    public async Task<int?> VersionAsync(Guid circleId, CancellationToken cancel)
    {
        await using var db = await work.ReadAsync(cancel);
        return await db.Circles.Where(c => c.Id == circleId).Select(c => (int?)c.Version).SingleOrDefaultAsync(cancel);
    }

    public async Task<bool> HasStepAsync(Guid circleId, string key, CancellationToken cancel)
    {
        await using var db = await work.ReadAsync(cancel);
        return await db.CircleSteps.AnyAsync(s => s.CircleId == circleId && s.Key == key, cancel);
    }

    /// <summary>Returns when it is committed, or not.</summary>
    public Task<SaveOutcome> SaveAsync(CircleSave save) => commits.AskAsync(save);

    private async Task<IReadOnlyList<SaveOutcome>> CommitAsync(IReadOnlyList<CircleSave> saves)
    {
        var outcomes = new SaveOutcome[saves.Count];
        await work.DecideAsync<int>(async (db, nowUtc) =>
        {
            await using Statement step = new(db, Step), update = new(db, Update);
            // Two nodes that save the same circles take their rows in the same order.
            foreach (var (save, i) in saves.Select((save, i) => (save, i)).OrderBy(s => s.save.CircleId)) { outcomes[i] = await SaveAsync(db, step, update, save, nowUtc); }
            await notifier.TellAsync(db, [.. saves.Where((_, i) => outcomes[i] == SaveOutcome.Saved).Select(s => s.News)], CancellationToken.None);
            return saves.Count;
        }, CancellationToken.None);
        return outcomes;
    }

    private static async Task<SaveOutcome> SaveAsync(LearningDb db, Statement step, Statement update, CircleSave save, DateTime nowUtc)
    {
        var to = save.To;
        if (save.StepKey is { } key && await step.RunAsync(save.CircleId, key, to.Version, nowUtc) == 0) { return SaveOutcome.Repeated; }
        var (json, ended) = (CircleJson.Write(to), to.IsOver ? nowUtc : (DateTime?)null);
        if (await update.RunAsync(save.CircleId, save.From, to.Version, json, to.Status.ToString(), save.DueAtUtc, ended, to.CalledOff) == 0)
        {
            if (save.StepKey is { } unsaved) { await db.CircleSteps.Where(s => s.CircleId == save.CircleId && s.Key == unsaved).ExecuteDeleteAsync(); }
            return SaveOutcome.Lost;
        }
        if (save.Also is not null) { await save.Also(db, nowUtc); }
        return SaveOutcome.Saved;
    }
}
