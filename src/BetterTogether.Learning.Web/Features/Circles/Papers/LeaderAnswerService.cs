using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Circles.Papers;

/// <summary>You said, we heard, we will. Callers of <see cref="AskAsync"/> have seen that the person facilitated the circle.</summary>
public sealed class LeaderAnswerService(UnitOfWork work)
{
    public Task<Result<LeaderAnswer>> AskAsync(Guid actorId, Guid circleId, Guid leaderId, string title, string? youSaid, DateOnly? dueOn, CancellationToken cancel) => work.DecideAsync<LeaderAnswer>(async (db, nowUtc) =>
    {
        if (await db.LeaderAnswers.FindAsync([circleId], cancel) is not null) { return new AnswerAsked(); }
        var asked = LeaderAnswer.Ask(circleId, leaderId, title, youSaid, dueOn, nowUtc);
        if (asked.Refusal is { } no) { return no; }
        db.Add(asked.Value);
        db.Record(nowUtc, actorId, "leader-asked", circleId);
        return asked;
    }, cancel);

    public Task<Result<LeaderAnswer>> AnswerAsync(Guid leaderId, Guid circleId, string? weHeard, string? weWill, CancellationToken cancel) => work.DecideAsync<LeaderAnswer>(async (db, nowUtc) =>
    {
        if (await db.LeaderAnswers.FindAsync([circleId], cancel) is not { } asked) { return new AnswerNotFound(); }
        if (asked.LeaderId != leaderId) { return new NotYourAnswer(); }
        var answered = asked.Answer(weHeard, weWill, nowUtc);
        if (answered.Refusal is null) { db.Record(nowUtc, leaderId, "leader-answered", circleId); }
        return answered;
    }, cancel);

    public async Task<LeaderAnswer?> OfAsync(Guid circleId, CancellationToken cancel)
    {
        await using var db = await work.ReadAsync(cancel);
        return await db.LeaderAnswers.AsNoTracking().FirstOrDefaultAsync(a => a.CircleId == circleId, cancel);
    }

    /// <summary>For all staff: what waits longest first, then what was answered last.</summary>
    public async Task<IReadOnlyList<LeaderAnswerLine>> AllAsync(CancellationToken cancel)
    {
        await using var db = await work.ReadAsync(cancel);
        var lines = await (from answer in db.LeaderAnswers.AsNoTracking().OrderByDescending(a => a.DueOn).Take(Most)
                           join person in db.People on answer.LeaderId equals person.Id
                           select new LeaderAnswerLine(answer, person.Name)).ToListAsync(cancel);
        return [.. lines.OrderBy(l => l.Answer.AnsweredAtUtc is not null).ThenBy(l => l.Answer.AnsweredAtUtc is null ? l.Answer.DueOn.DayNumber : -l.Answer.DueOn.DayNumber)];
    }

    private const int Most = 200;
}

public sealed record LeaderAnswerLine(LeaderAnswer Answer, string Leader);
