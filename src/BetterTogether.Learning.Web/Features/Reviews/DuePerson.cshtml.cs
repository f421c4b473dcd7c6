using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>What the desk notes about one person's review: never a word of it, never why somebody is away.</summary>
[Authorize(Policies.Desk)]
public sealed class DuePersonModel(DueQueries due, CircumstanceService circumstances, TimeProvider clock) : PageModel
{
    [BindProperty] public Guid PostId { get; set; }
    [BindProperty] public DueExceptionKind? Kind { get; set; }
    [BindProperty] public string? CountsFrom { get; set; }
    [BindProperty] public Guid ReviewId { get; set; }
    [BindProperty] public string? ReviewerEmail { get; set; }
    [BindProperty] public Guid AwayId { get; set; }
    [BindProperty] public string? From { get; set; }
    [BindProperty] public string? Until { get; set; }
    [BindProperty] public PostKind PostKind { get; set; }
    [BindProperty] public string? Title { get; set; }
    [BindProperty] public string? ManagerEmail { get; set; }
    [BindProperty] public string? PostFrom { get; set; }
    [BindProperty] public string? PostUntil { get; set; }

    [TempData]
    public string? Done { get; set; }

    public DuePerson Known { get; private set; } = null!;
    public DateOnly Today => clock.GetUtcNow().UtcDateTime.ToLondonDate();

    public static IEnumerable<(DueExceptionKind?, string)> Notes(bool isFurther)
    {
        yield return (null, "Nothing special");
        yield return (DueExceptionKind.Probation, "On probation, or confirmed on the day below");
        yield return (DueExceptionKind.Included, "Taken in, although they joined later");
        if (isFurther) { yield return (DueExceptionKind.Merged, "One review for both posts, by agreement"); }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid personId, CancellationToken cancel) => await LoadAsync(id, personId, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostNoteAsync(Guid id, Guid personId, CancellationToken cancel)
    {
        var from = FormDay.Read(CountsFrom, ModelState, nameof(CountsFrom));
        if (Kind == DueExceptionKind.Included) { from ??= Today; }
        return await AnswerAsync(id, personId, async () => (await circumstances.NoteAsync(User.Id(), id, personId, PostId, Kind, Kind == DueExceptionKind.Merged ? null : from, cancel)).Refusal, cancel);
    }

    public Task<IActionResult> OnPostReviewerAsync(Guid id, Guid personId, CancellationToken cancel) =>
        AnswerAsync(id, personId, async () => (await circumstances.AnswerReviewerAsync(User.Id(), ReviewId, ReviewerEmail, cancel)).Refusal, cancel);

    public async Task<IActionResult> OnPostAwayAsync(Guid id, Guid personId, CancellationToken cancel)
    {
        var (from, until) = (FormDay.Read(From, ModelState, nameof(From)), FormDay.Read(Until, ModelState, nameof(Until)));
        return await AnswerAsync(id, personId, async () => (await circumstances.SetAwayAsync(User.Id(), personId, from, until, cancel)).Refusal, cancel);
    }

    public Task<IActionResult> OnPostRemoveAwayAsync(Guid id, Guid personId, CancellationToken cancel) =>
        AnswerAsync(id, personId, async () => (await circumstances.RemoveAwayAsync(User.Id(), personId, AwayId, cancel)).Refusal, cancel);

    public async Task<IActionResult> OnPostPostAsync(Guid id, Guid personId, CancellationToken cancel)
    {
        var (from, until) = (FormDay.Read(PostFrom, ModelState, nameof(PostFrom)), FormDay.Read(PostUntil, ModelState, nameof(PostUntil)));
        return await AnswerAsync(id, personId, async () => (await circumstances.AddPostAsync(User.Id(), personId, PostKind, Title, ManagerEmail, from, until, cancel)).Refusal, cancel);
    }

    public Task<IActionResult> OnPostEndPostAsync(Guid id, Guid personId, CancellationToken cancel) =>
        AnswerAsync(id, personId, async () => (await circumstances.EndPostAsync(User.Id(), personId, PostId, cancel)).Refusal, cancel);

    private async Task<IActionResult> AnswerAsync(Guid id, Guid personId, Func<Task<Refusal?>> decide, CancellationToken cancel)
    {
        if (!await LoadAsync(id, personId, cancel)) { return NotFound(); }
        if (!ModelState.IsValid) { return Page(); }
        if (await decide() is { } no) { return this.Refuse(no); }
        Done = "Saved.";
        return Redirect(Links.CyclePerson(id, personId));
    }

    private async Task<bool> LoadAsync(Guid id, Guid personId, CancellationToken cancel)
    {
        if (await due.FindAsync(id, personId, cancel) is not { } known) { return false; }
        Known = known;
        return true;
    }
}
