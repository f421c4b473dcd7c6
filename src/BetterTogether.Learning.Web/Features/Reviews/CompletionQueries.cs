using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>How far a cycle is, in numbers alone.</summary>
/// <param name="Total">Null, as <paramref name="Teams"/> is empty, where all of it would tell of fewer than five people.</param>
public sealed record CompletionReport(string Cycle, DateOnly Opens, DateOnly Closes, Completion? Total, IReadOnlyList<Completion> Teams);

public sealed class CompletionQueries(LearningDb db, TimeProvider clock)
{
    private const string NoTeam = "No team";

    public Task<List<Cycle>> CyclesAsync(CancellationToken cancel) => db.Cycles.AsNoTracking().OrderByDescending(c => c.Opens).ToListAsync(cancel);

    /// <param name="label">Null: the latest that has opened.</param>
    public async Task<CompletionReport?> ReportAsync(string? label, CancellationToken cancel)
    {
        var today = clock.GetUtcNow().UtcDateTime.ToLondonDate();
        var cycle = await db.Cycles.AsNoTracking().Where(c => label == null ? c.Opens <= today : c.Label == label).OrderByDescending(c => c.Opens).FirstOrDefaultAsync(cancel);
        return cycle is null ? null : await ReportAsync(cycle, cancel);
    }

    public async Task<CompletionReport> ReportAsync(Cycle cycle, CancellationToken cancel)
    {
        var teams = SmallGroups.Pooled(await TeamsAsync(cycle.Id, clock.GetUtcNow().UtcDateTime.ToLondonDate(), cancel));
        return new(cycle.Label, cycle.Opens, cycle.Closes, teams.Count == 0 ? null : teams.Aggregate(Completion.None("All teams"), (sum, team) => sum.Plus(team)), teams);
    }

    // Counted in the database, a line a team and state: five thousand people are a few hundred rows here.
    private async Task<List<Completion>> TeamsAsync(Guid cycleId, DateOnly today, CancellationToken cancel)
    {
        var counted = await (from person in db.People
                             join one in db.Reviews.Where(r => r.CycleId == cycleId) on person.Id equals one.PersonId into ones
                             from review in ones.DefaultIfEmpty()
                             where review != null || person.Active
                             group review by new
                             {
                                 person.Team,
                                 IsDue = review != null && review.NotDue == null && person.Active && (person.LastDay == null || person.LastDay >= today),
                                 Status = (ReviewStatus?)review!.Status,
                                 IsLate = review != null && review.DueBy != null && review.DueBy < (review.FirstCompletedOn ?? today),
                             } into line
                             select new { line.Key, Count = line.Count() }).ToListAsync(cancel);
        return [.. counted.GroupBy(c => c.Key.Team ?? NoTeam).Select(team => new Completion(
            team.Key,
            NotStarted: team.Where(c => c.Key is { IsDue: true, Status: ReviewStatus.NotStarted }).Sum(c => c.Count),
            InProgress: team.Where(c => c.Key is { IsDue: true, Status: ReviewStatus.Preparing or ReviewStatus.Shared }).Sum(c => c.Count),
            OneConfirmed: team.Where(c => c.Key is { IsDue: true, Status: ReviewStatus.OneConfirmed }).Sum(c => c.Count),
            Complete: team.Where(c => c.Key is { IsDue: true, Status: ReviewStatus.Complete }).Sum(c => c.Count),
            Late: team.Where(c => c.Key is { IsDue: true, IsLate: true }).Sum(c => c.Count),
            NotDue: team.Where(c => !c.Key.IsDue).Sum(c => c.Count)))];
    }
}
