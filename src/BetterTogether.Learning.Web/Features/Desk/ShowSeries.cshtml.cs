using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Features.Sessions;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Desk;

[Authorize(Policies.Desk)]
public sealed class ShowSeriesModel(SeriesService seriesService, SessionService sessions, DeskQueries desk, TimeProvider clock) : PageModel
{
    public const string Save = "save";
    public const string Back = "back";

    [BindProperty]
    public SeriesForm Form { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Do { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty(SupportsGet = true, Name = "done")]
    public string? JustDone { get; set; }

    public Series Series { get; private set; } = null!;
    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    /// <summary>What the change would make of each session to come; null while nothing was previewed.</summary>
    public IReadOnlyList<SeriesEffect>? Effects { get; private set; }

    /// <summary>What somebody else saved meanwhile, beside what was typed here.</summary>
    public IReadOnlyList<FieldDifference> Differences { get; private set; } = [];

    public DateOnly Today => NowUtc.ToLondonDate();

    public IEnumerable<SeriesDate> Days => Sessions.GroupBy(s => s.Slot!.Day).OrderBy(day => day.Key).Select(day => SeriesDate.Of(day.Key, Series, day, User, NowUtc));

    private DateTime NowUtc => clock.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel)) { return NotFound(); }
        (Form, Version) = (SeriesForm.From(Series.Details), Series.Version);
        return Page();
    }

    /// <summary>First shows what would follow, then does it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel)) { return NotFound(); }
        if (Do == Back)
        {
            ModelState.Clear();
            return Page();
        }
        if (Form.Read(ModelState) is not { } typed) { return Page(); }
        // The pattern's days are as they were made; a hand-made request cannot move them.
        var details = Series.Details with { Slots = typed.Slots, SessionTitle = typed.SessionTitle, Place = typed.Place, JoinUrl = typed.JoinUrl, Capacity = typed.Capacity };
        if (Version != Series.Version) { return ChangedMeanwhile(); }
        if (Do == Save)
        {
            var changed = await seriesService.ChangeAsync(id, details, Version, User.Id(), cancel);
            if (changed.Refusal is ChangedMeanwhile && await LoadAsync(id, cancel)) { return ChangedMeanwhile(); }
            return changed.Refusal is { } refused ? Refuse(refused) : LocalRedirect(Links.DeskSeriesDone(id, Done.Changed));
        }
        var preview = Series.Preview(details, Sessions, NowUtc);
        if (preview.Refusal is { } no) { return Refuse(no); }
        Effects = preview.Value;
        return Page();
    }

    /// <summary>Takes one day out: its sessions are cancelled, drafts discarded; every other day stays.</summary>
    public async Task<IActionResult> OnPostSkipAsync(Guid id, DateOnly day, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel)) { return NotFound(); }
        (Form, Version) = (SeriesForm.From(Series.Details), Series.Version);
        foreach (var session in Sessions.Where(s => s.Slot!.Day == day && s.Status != SessionStatus.Cancelled))
        {
            var cancelled = await sessions.CancelAsync(session.Id, string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim(), User.Planner(), cancel);
            if (cancelled.Refusal is not { } no) { continue; }
            await LoadAsync(id, cancel);
            ModelState.AddModelError("", no.Message);
            return Page();
        }
        return LocalRedirect(Links.DeskSeriesDone(id, Done.Skipped));
    }

    // Both values stand side by side, and the form keeps what was typed, as for a session.
    private IActionResult ChangedMeanwhile()
    {
        Differences = FieldDifference.Between(Form, SeriesForm.From(Series.Details));
        // The second press of a double click finds its own work done.
        if (Differences.Count == 0) { return LocalRedirect(Links.DeskSeriesDone(Series.Id, Done.Changed)); }
        Version = Series.Version;
        return Refuse(new ChangedMeanwhile());
    }

    private PageResult Refuse(Refusal no)
    {
        ModelState.AddModelError(SeriesForm.KeyOf(no), no.Message);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await desk.SeriesAsync(id, cancel) is not { } series) { return false; }
        (Series, Sessions) = (series, await desk.SessionsOfAsync(id, cancel));
        return true;
    }
}
