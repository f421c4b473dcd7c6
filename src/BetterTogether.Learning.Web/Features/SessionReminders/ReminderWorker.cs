using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Hosting;

namespace BetterTogether.Learning.Web.Features.SessionReminders;

/// <summary>Runs the reminders each minute.</summary>
public sealed class ReminderWorker(SessionReminderService reminders, Readiness readiness, TimeProvider clock, ILogger<ReminderWorker> log) : PeriodicService(Every, readiness, clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override Task RunAsync(CancellationToken cancel) => reminders.RunAsync(cancel);

    protected override void Failed(Exception e) => log.RemindersStumbled(e);
}
