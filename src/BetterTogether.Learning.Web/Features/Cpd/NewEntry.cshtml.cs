using BetterTogether.Learning.Domain.Cpd;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Cpd;

/// <summary>An entry begun from an offer, or empty.</summary>
[KeepsForm]
public sealed class NewEntryModel(CpdQueries records, CpdService service, CpdContent content) : PageModel
{
    private CpdOffer? offer;

    /// <summary>The offer's key.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Source { get; set; }

    [BindProperty]
    public CpdForm Form { get; set; } = new();

    [BindProperty]
    public bool Ready { get; set; }

    [BindProperty]
    public string Key { get; set; } = PageRefusals.NewKey();

    [TempData]
    public string? Done { get; set; }

    public CpdFields Fields { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Source is { } source)
        {
            if (await records.AddedFromAsync(User.Id(), source, cancel) is { } known) { return Redirect(Links.CpdEntry(known)); }
            offer = await records.OfferAsync(User.Id(), source, cancel);
            if (offer is null) { return NotFound(); }
            Form = CpdForm.From(new CpdDetails(offer.Kind, offer.Title, offer.On, offer.Learnt, Headings: [.. content.HeadingsFor(offer.Source.Tags, offer.On)]));
        }
        return Show();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        offer = Source is { } source ? await records.OfferAsync(User.Id(), source, cancel) : null;
        if (Form.Read(ModelState) is not { } details) { return Show(); }
        var added = await service.AddAsync(User.Id(), details, Ready, Source, OnceKey.From(Key, User.Id(), "cpd", new { details, Ready, Source }), cancel);
        if (added.Refusal is { } no)
        {
            this.Refuse(no, no.Field is null ? "" : CpdForm.Prefix);
            Key = PageRefusals.NewKey();
            return Show();
        }
        Done = Ready ? "Added, and ready." : "Added as a draft.";
        return Redirect(Links.Cpd);
    }

    private PageResult Show()
    {
        Form.On ??= TypedDate.Write(records.Today);
        Fields = CpdFields.For(Form, offer is null, offer?.Source.Tags, content, TypedDate.TryRead(Form.On, out var on) && on is { } day ? day : records.Today);
        return Page();
    }
}
