using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>Who stands in for a line manager, whoever of the two has the page before them: the manager or the desk.</summary>
public abstract class StandInsPage(StandInService standIns, TimeProvider clock) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? Until { get; set; }

    [TempData]
    public string? Done { get; set; }

    public IReadOnlyList<StandIn> Agreed { get; private set; } = [];

    protected StandInService StandIns => standIns;

    private DateOnly Today => clock.GetUtcNow().UtcDateTime.ToLondonDate();

    protected async Task<IActionResult> ShowAsync(Guid managerId, CancellationToken cancel)
    {
        Agreed = await standIns.OfAsync(managerId, Today, cancel);
        From ??= FormDay.Write(Today);
        return Page();
    }

    protected async Task<IActionResult> AgreeAsync(Guid managerId, string here, CancellationToken cancel)
    {
        var (from, until) = (FormDay.Read(From, ModelState, nameof(From)), FormDay.Read(Until, ModelState, nameof(Until)));
        if (ModelState.IsValid)
        {
            var agreed = await standIns.AgreeAsync(managerId, User.Id(), Email, from, until, cancel);
            if (agreed.Refusal is null)
            {
                Done = "Agreed.";
                return Redirect(here);
            }
            this.Refuse(agreed.Refusal);
        }
        return await ShowAsync(managerId, cancel);
    }

    protected async Task<IActionResult> EndAsync(Guid id, Guid managerId, string done, string here, CancellationToken cancel)
    {
        if ((await standIns.EndAsync(id, managerId, User.Id(), cancel)).Refusal is not null) { return NotFound(); }
        Done = done;
        return Redirect(here);
    }
}
