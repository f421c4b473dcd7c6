using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Circles.Papers;

/// <summary>The bank of check-in questions.</summary>
public sealed class QuestionService(UnitOfWork work, Connections connections)
{
    public Task<Result<CheckInQuestion>> AddAsync(Guid actorId, string? text, CancellationToken cancel) => work.DecideAsync<CheckInQuestion>(async (db, nowUtc) =>
    {
        var question = CheckInQuestion.Add(text, nowUtc);
        if (question.Refusal is { } no) { return no; }
        // The second press of a double click, or a question the bank has: it is there, which is what was wanted.
        if (await db.CheckInQuestions.FirstOrDefaultAsync(q => q.Text == question.Value.Text, cancel) is { } known)
        {
            known.PutAway(false);
            return known;
        }
        db.Add(question.Value);
        db.Record(nowUtc, actorId, "question-added", question.Value.Id);
        return question;
    }, cancel);

    public Task<Result<CheckInQuestion>> PutAwayAsync(Guid actorId, Guid questionId, bool away, CancellationToken cancel) => work.DecideAsync<CheckInQuestion>(async (db, nowUtc) =>
    {
        if (await db.CheckInQuestions.FindAsync([questionId], cancel) is not { } question) { return new QuestionNotFound(); }
        if (question.Away == away) { return question; }
        question.PutAway(away);
        db.Record(nowUtc, actorId, away ? "question-put-away" : "question-brought-back", questionId);
        return question;
    }, cancel);

    public async Task<IReadOnlyList<CheckInQuestion>> AllAsync(CancellationToken cancel)
    {
        await using var db = await work.ReadAsync(cancel);
        return await db.CheckInQuestions.AsNoTracking().OrderBy(q => q.Text).ToListAsync(cancel);
    }

    /// <summary>One of the bank by chance, another than the one before where there is another.</summary>
    public static async Task<string?> DrawAsync(LearningDb db, string? before, CancellationToken cancel)
    {
        var all = await db.CheckInQuestions.AsNoTracking().Where(q => !q.Away && q.Text != before).OrderBy(q => q.Id).Select(q => q.Text).ToListAsync(cancel);
        return all.Count == 0 ? before : all[System.Security.Cryptography.RandomNumberGenerator.GetInt32(all.Count)];
    }

    public async Task<string?> DrawAsync(CancellationToken cancel)
    {
        await using var db = await work.ReadAsync(cancel);
        return await DrawAsync(db, null, cancel);
    }

    /// <summary>An empty bank gets the questions every service begins with; questions are put away, never deleted, so this happens once.</summary>
    public async Task FillAsync(CancellationToken cancel)
    {
        // Every start passes here, and waits for Entity Framework only where there is something to do.
        if (await connections.IsTrueAsync("SELECT EXISTS (SELECT 1 FROM check_in_questions)", cancel)) { return; }
        await work.DecideAsync<bool>(async (db, nowUtc) =>
        {
            if (await db.CheckInQuestions.AnyAsync(cancel)) { return false; }
            db.AddRange(CheckInQuestion.Starters.Select(text => CheckInQuestion.Add(text, nowUtc).Value));
            return true;
        }, cancel);
    }
}
