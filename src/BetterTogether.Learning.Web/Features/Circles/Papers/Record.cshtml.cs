using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Web.Features.Circles.Rooms;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Circles.Papers;

/// <summary>For whoever brought the question and the facilitators; to everybody else there is no such page.</summary>
public sealed class RecordModel(CircleService circles, CircleQueries queries, RecordService records) : PageModel
{
    [BindProperty]
    public RecordText Form { get; set; } = new(null, null, null, null);

    public Guid CircleId { get; private set; }
    public string Title { get; private set; } = "";
    public SupervisionRecord? Record { get; private set; }
    public bool IsBringer { get; private set; }
    private Guid BringerId { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel)) { return NotFound(); }
        if (Record is { } record) { Form = new RecordText(record.Present, record.Hypotheses, record.Decisions, record.Actions); }
        return Page();
    }

    public async Task<IActionResult> OnPostWriteAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel)) { return NotFound(); }
        var written = await records.WriteAsync(User.Id(), id, BringerId, Form, cancel);
        return written.Refusal is { } no ? this.Refuse(no, "Form.") : LocalRedirect(Links.CircleRecord(id));
    }

    public async Task<IActionResult> OnPostRecordedAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel) || !IsBringer) { return NotFound(); }
        await records.RecordedAsync(User.Id(), id, cancel);
        return LocalRedirect(Links.Circle(id));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var seen = await circles.SnapshotAsync(id, User.Id(), cancel);
        if (seen.Refusal is not null) { return false; }
        var facts = await queries.FactsAsync(id, cancel);
        if (!facts.GroupSupervision || facts.PersonIn(SeatRole.Bringer) is not { } bringer) { return false; }
        (CircleId, Title, BringerId, IsBringer) = (id, seen.Value.Title, bringer, bringer == User.Id());
        if (!IsBringer && !seen.Value.IsFacilitator()) { return false; }
        Record = await records.OfAsync(id, cancel);
        return true;
    }
}
