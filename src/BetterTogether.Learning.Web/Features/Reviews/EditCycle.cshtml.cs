using System.Globalization;
using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>A year is planned, or its days are changed.</summary>
[Authorize(Policies.Desk)]
public sealed class EditCycleModel(CycleService cycles, CompletionQueries figures, TimeProvider clock) : PageModel
{
    [BindProperty]
    public string? Label { get; set; }

    [BindProperty]
    public string? Opens { get; set; }

    [BindProperty]
    public string? Closes { get; set; }

    [BindProperty]
    public string? GraceDays { get; set; }

    public Cycle? Cycle { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel)) { return NotFound(); }
        var next = Cycle is { } known
            ? new CycleDetails(known.Label, known.Opens, known.Closes, known.GraceDays)
            : CycleDetails.Next(await figures.CyclesAsync(cancel), clock.GetUtcNow().UtcDateTime.ToLondonDate());
        (Label, Opens, Closes, GraceDays) = (next.Label, FormDay.Write(next.Opens), FormDay.Write(next.Closes), next.GraceDays.ToString(CultureInfo.InvariantCulture));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel)) { return NotFound(); }
        var details = new CycleDetails(
            Label, FormDay.Read(Opens, ModelState, nameof(Opens)), FormDay.Read(Closes, ModelState, nameof(Closes)),
            int.TryParse(GraceDays, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : -1);
        if (!ModelState.IsValid) { return Page(); }
        var saved = Cycle is null ? await cycles.PlanAsync(User.Id(), details, cancel) : await cycles.ChangeAsync(User.Id(), Cycle.Id, details, cancel);
        return saved.Refusal is { } no ? this.Refuse(no) : Redirect(Links.DeskReviews);
    }

    private async Task<bool> LoadAsync(Guid? id, CancellationToken cancel)
    {
        Cycle = id is null ? null : (await figures.CyclesAsync(cancel)).Find(c => c.Id == id);
        return id is null || Cycle is not null;
    }
}
