using BetterTogether.Learning.Domain.SessionReminders;
using BetterTogether.Learning.Web.Features.SessionReminders;
using BetterTogether.Learning.Web.Tests.Faults;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.SessionReminders;

internal sealed class ReminderUseCases : IUseCases
{
    public IEnumerable<UseCase> Rows =>
    [
        new("SessionReminderService.ChangeAsync", async w =>
        {
            await w.App.Ask(db => db.ReminderPlans.ExecuteDeleteAsync());
            var wanted = ReminderPlan.Defaults.Where(p => p.Kind is not ReminderKind.HourBeforeOnline).ToList();
            foreach (var plan in wanted) { Assert.Null(plan.Change(isOn: false, 3, new TimeOnly(8, 15)).Refusal); }
            return Attempt.Of(() => w.The<SessionReminderService>().ChangeAsync(wanted, A.Desk, CancellationToken.None), async db => await db.ReminderPlans.CountAsync(p => !p.IsOn && p.Ahead == 3 && p.AtMinutes == 495) == 2, mails: 0);
        }),
    ];

    public IReadOnlyDictionary<string, string> Spared => new Dictionary<string, string>
    {
        ["SessionReminderService.PlansAsync"] = "reads",
        ["SessionReminderService.RunAsync"] = "a sweep: it sends once under two workers, tested with the reminders",
    };
}
