using BetterTogether.Learning.Domain.SessionReminders;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.SessionReminders;

[Authorize(Policies.Desk)]
public sealed class RemindersModel(SessionReminderService reminders, IOptions<ReminderOptions> options) : PageModel
{
    [BindProperty]
    public Dictionary<ReminderKind, ReminderForm> Forms { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public bool Saved { get; set; }

    public int NotWithinHours => options.Value.NotWithinHours;

    public async Task OnGetAsync(CancellationToken cancel) => Forms = (await reminders.PlansAsync(cancel)).ToDictionary(p => p.Kind, ReminderForm.From);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var plans = new List<ReminderPlan>();
        foreach (var (kind, form) in Forms)
        {
            var read = form.Read(kind);
            if (read.Refusal is { } no) { ModelState.AddModelError($"Forms[{kind}].{no.Field}", no.Message); }
            else { plans.Add(read.Value); }
        }
        if (!ModelState.IsValid) { return Page(); }
        await reminders.ChangeAsync(plans, User.Id(), cancel);
        return LocalRedirect(Links.RemindersSaved);
    }
}
