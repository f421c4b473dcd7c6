using BetterTogether.Learning.Web.Data;

namespace BetterTogether.Learning.Web.Features.SessionReminders;

/// <summary>Runs the reminders each minute.</summary>
public sealed class ReminderWorker(ReminderService reminders, Readiness readiness, TimeProvider clock, ILogger<ReminderWorker> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WhenReadyAsync(stoppingToken);
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await reminders.RunAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.RemindersStumbled(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
