using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.DevelopmentPlan;

/// <summary>Objectives of a test, set and noted by the domain.</summary>
internal static class Planner
{
    public static async Task<Objective> HasObjectiveAsync(this TestApp app, Person person, ObjectiveKind kind = ObjectiveKind.Work, string title = "Listen before I plan", DateTime? atUtc = null, ObjectiveStatus? status = null)
    {
        var objective = Objective.Set(person.Id, new(kind, title), atUtc ?? app.Clock.NowUtc.AddDays(-1)).Value;
        object[] rows = status is { } now ? [objective, objective.Note(now, "So it is", person.Id, atUtc ?? app.Clock.NowUtc.AddDays(-1)).Value] : [objective];
        await app.Has(rows);
        return objective;
    }

    public static Task<Objective> ObjectiveAsync(this TestApp app, Guid id) => app.Ask(db => db.Objectives.AsNoTracking().SingleAsync(o => o.Id == id));

    public static Task<List<ObjectiveEntry>> HistoryAsync(this TestApp app, Guid id) => app.Ask(db => db.ObjectiveEntries.AsNoTracking().Where(e => e.ObjectiveId == id).OrderBy(e => e.Number).ToListAsync());
}
