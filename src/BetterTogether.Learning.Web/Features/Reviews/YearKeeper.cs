using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Hosting;

namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>Looks after the year of reviews: opens cycles, notices changed leads, reminds. Everything it does is computed from the rows; a second worker changes nothing.</summary>
public sealed class YearKeeper(CycleService cycles, HandOverService handOvers, ReminderService reminders, Readiness readiness, TimeProvider clock, ILogger<YearKeeper> log) : PeriodicService(Every, readiness, clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private DateOnly? reminded;

    public async Task LookAsync(CancellationToken cancel)
    {
        var nowUtc = NowUtc;
        var today = nowUtc.ToLondonDate();
        await cycles.OpenAsync(today, cancel);
        await handOvers.SweepAsync(nowUtc, cancel);
        if (reminded == today || !ReminderService.IsTime(nowUtc)) { return; }
        await reminders.SendAsync(nowUtc, cancel);
        // Set once all are told: whoever died half-way tells the rest.
        reminded = today;
    }

    protected override Task RunAsync(CancellationToken cancel) => LookAsync(cancel);

    protected override void Failed(Exception e) => log.CannotLookAfter(e);
}
