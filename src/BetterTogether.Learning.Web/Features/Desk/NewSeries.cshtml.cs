using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Sessions;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Desk;

/// <summary>Two steps without script: the form, then the days it makes, with the form in hidden fields.</summary>
[Authorize(Policies.Desk)]
public sealed class NewSeriesModel(SeriesService series, TimeProvider clock) : PageModel
{
    public const string Save = "save";
    public const string Publish = "publish";
    public const string Back = "back";
    public const string AddSlot = "add-slot";

    [BindProperty]
    public SeriesForm Form { get; set; } = new();

    [BindProperty]
    public string? Do { get; set; }

    [BindProperty]
    public string? Key { get; set; }

    /// <summary>What would be made; null while the form is still being filled in.</summary>
    public SeriesPlan? Plan { get; private set; }

    public DateOnly Today => NowUtc.ToLondonDate();

    public bool MayPublish => !string.IsNullOrWhiteSpace(Form.SessionTitle) && !(string.IsNullOrWhiteSpace(Form.Place) && string.IsNullOrWhiteSpace(Form.JoinUrl));

    private DateTime NowUtc => clock.GetUtcNow().UtcDateTime;

    public void OnGet() => (Form, Key) = (SeriesForm.New(Today), PageRefusals.NewKey());

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Do is AddSlot or Back)
        {
            if (Do == AddSlot && Form.Slots.Count < SeriesDetails.MostSlots) { Form.Slots.Add(new SlotRow()); }
            ModelState.Clear();
            return Page();
        }
        if (Form.Read(ModelState) is not { } details) { return Page(); }
        return Do is Save or Publish ? await SaveAsync(details, cancel) : Preview(details);
    }

    private async Task<IActionResult> SaveAsync(SeriesDetails details, CancellationToken cancel)
    {
        var publish = Do == Publish;
        var made = await series.CreateAsync(details, publish, User.Id(), OnceKey.From(Key, User.Id(), Links.NewSeries, new { details, publish }), cancel);
        if (made.Refusal is not { } no) { return LocalRedirect(Links.DeskSeriesDone(made.Value.Id, Done.Made)); }
        Key = ModelState.Show(no, SeriesForm.KeyOf(no), Key);
        return Page();
    }

    private PageResult Preview(SeriesDetails details)
    {
        var plan = SeriesPlan.Of(details, NowUtc);
        if (plan.Refusal is { } no) { Key = ModelState.Show(no, SeriesForm.KeyOf(no), Key); }
        else { Plan = plan.Value; }
        return Page();
    }
}
