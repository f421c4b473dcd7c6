using BetterTogether.Learning.Domain.Cpd;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Cpd;

/// <summary>One entry of one's own: to write, to mark as copied, to take out.</summary>
[KeepsForm]
public sealed class EntryModel(CpdQueries records, CpdService service, CpdContent content) : PageModel
{
    public CpdEntry Entry { get; private set; } = null!;
    public CpdFields Fields { get; private set; } = null!;

    /// <summary>What another window saved meanwhile, beside what was typed here.</summary>
    public CpdDetails? Saved { get; private set; }

    [BindProperty]
    public CpdForm Form { get; set; } = new();

    [BindProperty]
    public bool Ready { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? CopiedOn { get; set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel)) { return NotFound(); }
        return Fresh();
    }

    public async Task<IActionResult> OnPostWriteAsync(Guid id, CancellationToken cancel)
    {
        ModelState.Clear();
        if (!await LoadAsync(id, cancel)) { return NotFound(); }
        CopiedOn = TypedDate.Write(records.Today);
        if (Form.Read(ModelState) is not { } details) { return Show(); }
        var written = await service.WriteAsync(id, User.Id(), details, Ready, Version, cancel);
        if (written.Refusal is not { } no)
        {
            Done = Ready ? "Saved, and ready." : "Saved as a draft.";
            return Redirect(Links.CpdYear(RegistrationYear.Of(details.On).End));
        }
        if (no is CpdChangedMeanwhile && await LoadAsync(id, cancel)) { (Saved, Version) = (Entry.Details, Entry.Version); }
        this.Refuse(no, no.Field is null ? "" : CpdForm.Prefix);
        return Show();
    }

    public async Task<IActionResult> OnPostCopyAsync(Guid id, CancellationToken cancel)
    {
        ModelState.Clear();
        if (!await LoadAsync(id, cancel)) { return NotFound(); }
        var typed = CopiedOn;
        var copied = TypedDate.TryRead(typed, out var on) && on is { } day
            ? await service.CopyAsync(id, User.Id(), day, cancel) : new Invalid("copied-date-wrong", "Enter the day like 3/6/2026", nameof(CopiedOn));
        if (copied.Refusal is { } no)
        {
            ModelState.AddModelError(no.Field ?? "", no.Message);
            Fresh();
            CopiedOn = typed;
            return Page();
        }
        Done = "Marked as copied.";
        return Redirect(Links.CpdYear(RegistrationYear.Of(Entry.On).End));
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancel)
    {
        ModelState.Clear();
        var year = await LoadAsync(id, cancel) ? RegistrationYear.Of(Entry.On).End : RegistrationYear.Of(records.Today).End;
        // Pressed twice: it is gone, which is what was wanted.
        await service.RemoveAsync(id, User.Id(), cancel);
        Done = "Taken out of your record.";
        return Redirect(Links.CpdYear(year));
    }

    private PageResult Fresh()
    {
        (Form, Version, CopiedOn) = (CpdForm.From(Entry.Details), Entry.Version, TypedDate.Write(Entry.CopiedOn ?? records.Today));
        return Show();
    }

    private PageResult Show()
    {
        Fields = CpdFields.For(Form, Entry.SourceKey is null, Entry.Tags, content, TypedDate.TryRead(Form.On, out var on) && on is { } day ? day : Entry.On);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await records.EntryAsync(id, User.Id(), cancel) is not { } entry) { return false; }
        Entry = entry;
        return true;
    }
}
