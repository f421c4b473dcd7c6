using BetterTogether.Learning.Domain.Cpd;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Cpd;

/// <summary>One's own record, a registration year at a time.</summary>
public sealed class RecordModel(CpdQueries records, CpdService service, CpdContent content) : PageModel
{
    public const int FewOffers = 5;

    public CpdView Record { get; private set; } = null!;
    public IReadOnlyList<Checklist> Checklists => content.Checklists;

    [TempData]
    public string? Done { get; set; }

    public async Task OnGetAsync(int? year, CancellationToken cancel)
    {
        // A year that is none shows the one that runs.
        ModelState.Clear();
        Record = await records.YearAsync(User.Id(), RegistrationYear.Asked(year), texts: false, cancel);
    }

    public async Task<IActionResult> OnPostChooseAsync(string? checklist, CancellationToken cancel) => await AnswerAsync(
        (await service.ChooseAsync(User.Id(), checklist ?? "", cancel)).Refusal, checklist == CpdChoice.None ? "You use no checklist now." : "The checklist is yours now.", Links.Cpd, cancel);

    public Task<IActionResult> OnPostSetAsideAsync(string? source, CancellationToken cancel) => OnOfferAsync(service.SetAsideAsync(User.Id(), source ?? "", cancel), "It is set aside. You can bring it back below.", cancel);

    public Task<IActionResult> OnPostBringBackAsync(string? source, CancellationToken cancel) => OnOfferAsync(service.BringBackAsync(User.Id(), source ?? "", cancel), "It is offered to you again.", cancel);

    // Back to the year it belongs to, which is the one it was pressed in.
    private async Task<IActionResult> OnOfferAsync(Task<Result<CpdOffer>> asked, string done, CancellationToken cancel)
    {
        var offer = await asked;
        return await AnswerAsync(offer.Refusal, done, offer.Refusal is null ? Links.CpdYear(RegistrationYear.Of(offer.Value.On).End) : "", cancel);
    }

    private async Task<IActionResult> AnswerAsync(Refusal? refusal, string done, string next, CancellationToken cancel)
    {
        if (refusal is not null)
        {
            ModelState.Clear();
            Record = await records.YearAsync(User.Id(), null, texts: false, cancel);
            return this.Refuse(refusal);
        }
        Done = done;
        return Redirect(next);
    }
}
