using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.DevelopmentPlan;
using BetterTogether.Learning.Web.Tests.Faults;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.DevelopmentPlan;

internal sealed class PlanUseCases : IUseCases
{
    private static readonly ObjectiveDetails Listen = new(ObjectiveKind.Work, "Listen");

    public IEnumerable<UseCase> Rows =>
    [
        new("ObjectiveService.SetAsync", async w =>
        {
            var me = (await w.PersonAsync()).Id;
            return Attempt.Of(() => w.The<ObjectiveService>().SetAsync(me, Listen, Once(me), CancellationToken.None), async db => await db.Objectives.CountAsync(o => o.PersonId == me) == 1);
        }),
        new("ObjectiveService.RewordAsync", w => OnAsync(w, 0, (service, me, id) => service.RewordAsync(id, me, Listen with { Why = "To hear" }, 0, CancellationToken.None), EntryKind.Reworded)),
        new("ObjectiveService.NoteAsync", w => OnAsync(w, 0, (service, me, id) => service.NoteAsync(id, me, ObjectiveStatus.OnTrack, "Went well", Once(me), CancellationToken.None), EntryKind.Note)),
        new("ObjectiveService.AddAsync", w => OnAsync(w, 0, (service, me, id) => service.AddAsync(id, me, new Evidence(EntryKind.Reflection, "Thought", w.NowUtc.ToLondonDate()), Once(me), CancellationToken.None), EntryKind.Reflection)),
        new("ObjectiveService.CarryAsync", w => OnAsync(w, -1, (service, me, id) => service.CarryAsync(id, me, null, CancellationToken.None), EntryKind.Carried)),
        new("ObjectiveService.TalkedAsync", async w =>
        {
            var me = (await w.PersonAsync()).Id;
            return Attempt.Of(() => w.The<ObjectiveService>().TalkedAsync(me, ObjectiveKind.Training, CancellationToken.None), db => db.NothingToWrite.AnyAsync(n => n.PersonId == me));
        }),
    ];

    public IReadOnlyDictionary<string, string> Spared => new Dictionary<string, string>
    {
        ["ObjectiveService.OfAsync"] = "reads",
        ["CheckInNudges.RunAsync"] = "a sweep of single decisions: the ledger's row and the mail are one commit, and its key sends no second (NudgesTests)",
        ["CpdReminders.RunAsync"] = "as CheckInNudges.RunAsync (Cpd/RemindersTests)",
        ["ObjectiveService.WaitingToBeCarriedAsync"] = "reads",
    };

    private static async Task<Attempt> OnAsync<T>(Workshop w, int years, Func<ObjectiveService, Guid, Guid, Task<Result<T>>> ask, EntryKind line)
    {
        var me = (await w.PersonAsync()).Id;
        var objective = Objective.Set(me, Listen, w.NowUtc.AddYears(years).AddMinutes(-1)).Value;
        await w.App.Has(objective);
        return Attempt.Of(() => ask(w.The<ObjectiveService>(), me, objective.Id), async db => await db.ObjectiveEntries.CountAsync(e => e.ObjectiveId == objective.Id && e.Kind == line) == 1);
    }

    private static OnceKey Once(Guid me) => new(me, "a turn", "once", []);
}
