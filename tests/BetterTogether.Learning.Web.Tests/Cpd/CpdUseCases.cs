using BetterTogether.Learning.Domain.Cpd;
using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Cpd;
using BetterTogether.Learning.Web.Tests.Faults;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Cpd;

internal sealed class CpdUseCases : IUseCases
{
    public IEnumerable<UseCase> Rows =>
    [
        new("CpdService.AddAsync", async w =>
        {
            var me = (await w.PersonAsync()).Id;
            var once = new OnceKey(me, "a turn", "once", []);
            return Attempt.Of(() => w.The<CpdService>().AddAsync(me, Silence(w), ready: true, null, once, CancellationToken.None), async db => await db.CpdEntries.CountAsync(e => e.PersonId == me) == 1);
        }),
        new("CpdService.WriteAsync", w => OnAsync(w, (service, e) => service.WriteAsync(e.Id, e.PersonId, Silence(w) with { Impact = "I wait longer" }, true, 1, CancellationToken.None), e => e.Impact == "I wait longer")),
        new("CpdService.CopyAsync", w => OnAsync(w, (service, e) => service.CopyAsync(e.Id, e.PersonId, w.NowUtc.ToLondonDate(), CancellationToken.None), e => e.Status == CpdStatus.Copied)),
        new("CpdService.RemoveAsync", async w =>
        {
            var entry = await EntryAsync(w);
            // Taken out twice it is not there to be taken out.
            return Attempt.Of(async () => { await w.The<CpdService>().RemoveAsync(entry.Id, entry.PersonId, CancellationToken.None); }, async db => !await db.CpdEntries.AnyAsync(e => e.Id == entry.Id));
        }),
        new("CpdService.SetAsideAsync", async w =>
        {
            var (me, source, _) = await OfferAsync(w);
            return Attempt.Of(() => w.The<CpdService>().SetAsideAsync(me, source, CancellationToken.None), db => db.CpdSetAside.AnyAsync(s => s.PersonId == me));
        }),
        new("CpdService.BringBackAsync", async w =>
        {
            var (me, source, aside) = await OfferAsync(w);
            await w.App.Has(aside);
            return Attempt.Of(() => w.The<CpdService>().BringBackAsync(me, source, CancellationToken.None), async db => !await db.CpdSetAside.AnyAsync(s => s.PersonId == me));
        }),
        new("CpdService.ChooseAsync", async w =>
        {
            var me = (await w.PersonAsync()).Id;
            return Attempt.Of(() => w.The<CpdService>().ChooseAsync(me, "youth-justice", CancellationToken.None), db => db.CpdChoices.AnyAsync(c => c.PersonId == me && c.Checklist == "youth-justice"));
        }),
    ];

    private static CpdDetails Silence(Workshop w) => new(CpdKind.Reflection, "Silence", w.NowUtc.ToLondonDate(), "It needs time", "I wait");

    private static async Task<(Guid Me, string Source, CpdSetAside Aside)> OfferAsync(Workshop w)
    {
        var me = (await w.PersonAsync()).Id;
        var objective = Objective.Set(me, new(ObjectiveKind.Work, "Listen"), w.NowUtc.AddDays(-1)).Value;
        var thought = objective.Add(new Evidence(EntryKind.Reflection, "Waiting is work", w.NowUtc.ToLondonDate()), w.NowUtc).Value;
        await w.App.Has(objective, thought);
        return (me, $"reflection:{objective.Id}:{thought.Number}", new CpdSetAside(me, objective.Id, thought.Number));
    }

    private static async Task<CpdEntry> EntryAsync(Workshop w)
    {
        var entry = CpdEntry.Add((await w.PersonAsync()).Id, Silence(w), ready: true, null, w.NowUtc).Value;
        await w.App.Has(entry);
        return entry;
    }

    private static async Task<Attempt> OnAsync(Workshop w, Func<CpdService, CpdEntry, Task<Result<Guid>>> ask, Func<CpdEntry, bool> done)
    {
        var entry = await EntryAsync(w);
        return Attempt.Of(() => ask(w.The<CpdService>(), entry), async db => done(await db.CpdEntries.AsNoTracking().SingleAsync(e => e.Id == entry.Id)));
    }
}
