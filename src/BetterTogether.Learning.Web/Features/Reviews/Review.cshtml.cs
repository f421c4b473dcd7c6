using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Features.DevelopmentPlan;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>One review: what is to be done next first, then what there is. The desk and a line manager at home see no text.</summary>
[KeepsForm]
public sealed class ReviewModel(ReviewQueries reviews, ReviewService service, ConversationService conversations, ObjectiveService objectives, IOptions<ReviewOptions> options) : PageModel
{
    [BindProperty]
    public ReviewForm Form { get; set; } = new();

    [TempData]
    public string? Done { get; set; }

    public ReviewSheet Sheet { get; private set; } = null!;
    public IReadOnlyList<ObjectiveLine> Objectives { get; private set; } = [];
    public ReviewOptions Options => options.Value;

    /// <summary>The text of the other, or of another window, where both were changed at once.</summary>
    public string? Theirs { get; private set; }
    public Refusal? Clash { get; private set; }

    // Once its time is over it is in the way of those who have yet to talk about the year itself.
    public bool ShowsMidYear => Options.MidYear && (Sheet.MidYear is not null
        || (MidYearTalk.IsTime(Sheet.Cycle, Sheet.Today) && (!MidYearTalk.HasPassed(Sheet.Cycle, Sheet.Today) || Sheet.Review.HeldOn is not null || Sheet.Review.NotDue is not null)));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel)) { return NotFound(); }
        if (!Sheet.IsMine) { await service.OpenedAsync(id, User.Id(), Sheet.Today, cancel); }
        Form = ReviewForm.From(Sheet);
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(Guid id, CancellationToken cancel) =>
        await AnswerAsync(id, Mine() ?? (await PrepareAsync(id, cancel)).Refusal, "Saved. Nobody reads it until you share it.", cancel);

    public async Task<IActionResult> OnPostShareAsync(Guid id, CancellationToken cancel) =>
        await AnswerAsync(id, Mine() ?? (await PrepareAsync(id, cancel)).Refusal ?? (await service.ShareAsync(id, User.Id(), cancel)).Refusal, "Shared. They can read it now, and know.", cancel);

    public async Task<IActionResult> OnPostPlanAsync(Guid id, CancellationToken cancel)
    {
        var (day, starts, ends) = (FormDay.Read(Form.PlanDate, ModelState, "Form.PlanDate"), FormDay.ReadTime(Form.PlanStarts, ModelState, "Form.PlanStarts"), FormDay.ReadTime(Form.PlanEnds, ModelState, "Form.PlanEnds"));
        if (day is null && ModelState.IsValid) { ModelState.AddModelError("Form.PlanDate", "Choose a day"); }
        if (!ModelState.IsValid) { return await AgainAsync(id, cancel); }
        var when = new Period(day!.Value.ToUtc(starts!.Value), day.Value.ToUtc(ends!.Value));
        return await AnswerAsync(id, (await conversations.PlanAsync(id, User.Id(), when, Form.PlanPlace, cancel)).Refusal, "Planned. Both of you get an invite.", cancel);
    }

    public async Task<IActionResult> OnPostCallOffAsync(Guid id, CancellationToken cancel) =>
        await AnswerAsync(id, (await conversations.CallOffAsync(id, User.Id(), cancel)).Refusal, "Called off. It leaves both calendars.", cancel);

    public async Task<IActionResult> OnPostWriteAsync(Guid id, CancellationToken cancel) =>
        await AnswerAsync(id, Mine() ?? (await WriteAsync(id, cancel)).Refusal, "Saved. It counts once both of you have confirmed it.", cancel);

    /// <summary>What is in the box is saved first: nobody confirms something else than they see, and nothing typed is lost.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(Guid id, CancellationToken cancel)
    {
        if (Mine() is { } no) { return await AnswerAsync(id, no, "", cancel); }
        var written = await WriteAsync(id, cancel);
        if (written.Refusal is not null) { return await AnswerAsync(id, written.Refusal, "", cancel); }
        return await AnswerAsync(id, (await service.ConfirmAsync(id, User.Id(), written.Value.Version, cancel)).Refusal, "Confirmed.", cancel);
    }

    public async Task<IActionResult> OnPostReopenAsync(Guid id, CancellationToken cancel) =>
        await AnswerAsync(id, Mine() ?? (await service.ReopenAsync(id, User.Id(), Form.Reason, cancel)).Refusal, "Reopened. Both of you know; what you had confirmed is kept.", cancel);

    public async Task<IActionResult> OnPostReadAsync(Guid id, CancellationToken cancel) =>
        await AnswerAsync(id, (await service.CounterSignAsync(id, User.Id(), cancel)).Refusal, "Thank you. Both of them see that you have read it.", cancel);

    public async Task<IActionResult> OnPostCommentAsync(Guid id, CancellationToken cancel) =>
        await AnswerAsync(id, Mine() ?? (await service.CommentAsync(id, User.Id(), Form.Comment, cancel)).Refusal, "Your comment is added.", cancel);

    public async Task<IActionResult> OnPostRecordAsync(Guid id, CancellationToken cancel)
    {
        var on = FormDay.Read(Form.RecordedOn, ModelState, "Form.RecordedOn");
        return ModelState.IsValid ? await AnswerAsync(id, (await service.RecordAsync(id, User.Id(), on, cancel)).Refusal, $"Noted as recorded in {Options.HubName}.", cancel) : await AgainAsync(id, cancel);
    }

    public async Task<IActionResult> OnPostOtherReviewerAsync(Guid id, CancellationToken cancel) =>
        await AnswerAsync(id, (await service.AskForOtherReviewerAsync(id, User.Id(), cancel)).Refusal, "Your wish is with the learning desk. You need not say why.", cancel);

    public async Task<IActionResult> OnPostMidYearAsync(Guid id, CancellationToken cancel) =>
        await AnswerAsync(id, Mine() ?? (await WriteMidYearAsync(id, cancel)).Refusal, "Saved.", cancel);

    public async Task<IActionResult> OnPostTickAsync(Guid id, CancellationToken cancel)
    {
        if (Mine() is { } no) { return await AnswerAsync(id, no, "", cancel); }
        var written = await WriteMidYearAsync(id, cancel);
        return await AnswerAsync(id, written.Refusal ?? (await conversations.TickMidYearAsync(id, User.Id(), written.Value.Version, cancel)).Refusal, "Ticked.", cancel);
    }

    private SomebodyElsesWords? Mine() => Form.As is { } who && who != User.Id() ? new SomebodyElsesWords() : null;

    // What is saved is what the form goes on from, should the step after it be refused.
    private async Task<Result<ReviewPreparation>> PrepareAsync(Guid id, CancellationToken cancel)
    {
        var written = await service.PrepareAsync(id, User.Id(), Form.Preparation, Form.PreparationVersion, cancel);
        if (written.Refusal is null) { Form.PreparationVersion = written.Value.Version; }
        return written;
    }

    private async Task<Result<Review>> WriteAsync(Guid id, CancellationToken cancel)
    {
        var held = FormDay.Read(Form.HeldOn, ModelState, "Form.HeldOn");
        if (!ModelState.IsValid) { return new Invalid("held-wrong", "Enter a day like 2026-05-31", nameof(Form.HeldOn)); }
        if (held is null) { return new HeldMissing(); }
        var written = await service.WriteAsync(id, User.Id(), Form.Outcome, Form.Version, held, typing: false, cancel);
        if (written.Refusal is null) { Form.Version = written.Value.Version; }
        return written;
    }

    private async Task<Result<MidYearTalk>> WriteMidYearAsync(Guid id, CancellationToken cancel)
    {
        var held = FormDay.Read(Form.MidYearHeldOn, ModelState, "Form.MidYearHeldOn");
        if (!ModelState.IsValid) { return new Invalid("held-wrong", "Enter a day like 2026-10-31", nameof(Form.MidYearHeldOn)); }
        var written = await conversations.WriteMidYearAsync(id, User.Id(), Form.MidYear, held, Form.MidYearVersion, cancel);
        if (written.Refusal is null) { Form.MidYearVersion = written.Value.Version; }
        return written;
    }

    private async Task<IActionResult> AnswerAsync(Guid id, Refusal? refusal, string done, CancellationToken cancel)
    {
        if (refusal is null)
        {
            Done = done;
            return Redirect(Links.Review(id));
        }
        if (refusal is ReviewNotFound) { return NotFound(); }
        (Clash, Theirs) = refusal switch
        {
            OutcomeChanged changed => (refusal, changed.Theirs),
            PreparationChanged changed => (refusal, changed.Theirs),
            _ => (null, (string?)null),
        };
        // The next save is on top of what they have now before their eyes.
        switch (refusal)
        {
            case OutcomeChanged changed when Posted(nameof(Form.MidYear)): Form.MidYearVersion = changed.Version; break;
            case OutcomeChanged changed: Form.Version = changed.Version; break;
            case PreparationChanged changed: Form.PreparationVersion = changed.Version; break;
        }
        if (ModelState.IsValid) { ModelState.AddModelError(refusal.Field is { } field ? "Form." + (Posted(nameof(Form.MidYear)) ? MidYear(field) : field) : "", refusal.Message); }
        return await AgainAsync(id, cancel);
    }

    // Each form of the page posts its own fields alone; the others are filled from what is kept.
    private async Task<IActionResult> AgainAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel)) { return NotFound(); }
        var kept = ReviewForm.From(Sheet);
        foreach (var field in typeof(ReviewForm).GetProperties().Where(p => !Posted(p.Name))) { field.SetValue(Form, field.GetValue(kept)); }
        return Page();
    }

    private bool Posted(string field) => Request.Form.ContainsKey($"Form.{field}");

    private static string MidYear(string field) => field switch { "Outcome" => nameof(Form.MidYear), "HeldOn" => nameof(Form.MidYearHeldOn), _ => field };

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await reviews.FindAsync(id, User.Id(), User.IsDesk(), cancel) is not { } sheet) { return false; }
        Sheet = sheet;
        if (sheet.TakesPart) { Objectives = await objectives.OfAsync(sheet.Review.PersonId, User.Id(), PlanYear.Of(sheet.Cycle.Opens), cancel); }
        return true;
    }
}
