using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.DevelopmentPlan;

/// <summary>One objective: how it goes, what was done, training for it. Its person and their current manager have this page; to others it does not exist.</summary>
[KeepsForm]
public sealed class ObjectiveModel(ObjectiveService objectives, ObjectiveQueries plans) : PageModel
{
    public ObjectiveView View { get; private set; } = null!;

    /// <summary>The form for what was done comes back open.</summary>
    public bool DidOpen { get; private set; }

    [BindProperty]
    public ObjectiveStatus? Status { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string Key { get; set; } = PageRefusals.NewKey();

    [BindProperty]
    public EntryKind Kind { get; set; } = EntryKind.Reflection;

    [BindProperty]
    public string? DidText { get; set; }

    [BindProperty]
    public string? DidUrl { get; set; }

    [BindProperty]
    public string? On { get; set; }

    [BindProperty]
    public Guid? SourceId { get; set; }

    [BindProperty]
    public string DidKey { get; set; } = PageRefusals.NewKey();

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel)) { return NotFound(); }
        On = TypedDate.Write(View.Today);
        return Page();
    }

    public async Task<IActionResult> OnPostNoteAsync(Guid id, CancellationToken cancel)
    {
        ModelState.Clear();
        var text = ObjectiveForm.Lines(Text);
        var noted = await objectives.NoteAsync(id, User.Id(), Status, text, OnceKey.From(Key, User.Id(), $"objective-note/{id}", new { Status, text }), cancel);
        return await AnswerAsync(id, noted, "Added to the history.", cancel);
    }

    public async Task<IActionResult> OnPostDidAsync(Guid id, CancellationToken cancel)
    {
        ModelState.Clear();
        DidOpen = true;
        var isSession = Kind is EntryKind.AttendedSession or EntryKind.FacilitatedSession;
        if (!TypedDate.TryRead(On, out var on) || (on is null && !isSession)) { return await AnswerAsync(id, new Invalid("date-missing", "Enter the day like 3/6/2026", nameof(On)), "", cancel); }
        var evidence = new Evidence(Kind, ObjectiveForm.Lines(DidText), on ?? default, DidUrl, SourceId);
        var added = await objectives.AddAsync(id, User.Id(), evidence, OnceKey.From(DidKey, User.Id(), $"objective-did/{id}", evidence), cancel);
        // A session pressed for twice is there already: the first answer again, not a complaint.
        return added.Refusal is AlreadyAdded ? Redirect(Links.Objective(id)) : await AnswerAsync(id, added, "Added to what you did.", cancel);
    }

    private async Task<IActionResult> AnswerAsync(Guid id, Result<int> answer, string done, CancellationToken cancel)
    {
        if (answer.Refusal is not { } no)
        {
            Done = done;
            return Redirect(Links.Objective(id));
        }
        if (!await LoadAsync(id, cancel)) { return NotFound(); }
        if (no is NotYourObjective) { return Forbid(); }
        (Key, DidKey) = (PageRefusals.NewKey(), PageRefusals.NewKey());
        ModelState.AddModelError(DidOpen && no.Field is "Text" or "Url" ? "Did" + no.Field : no.Field ?? "", no.Message);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await plans.ObjectiveAsync(id, User.Id(), cancel) is not { } view) { return false; }
        View = view;
        return true;
    }
}
