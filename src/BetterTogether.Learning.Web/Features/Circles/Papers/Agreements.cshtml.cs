using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Circles.Papers;

/// <summary>Everybody may read what is agreed; the desk writes the next version.</summary>
public sealed class AgreementsModel(AgreementsService agreements) : PageModel
{
    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public int BasedOn { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Saved { get; set; }

    public IReadOnlyList<Agreements> All { get; private set; } = [];

    public bool MayWrite => User.IsDesk();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        All = await agreements.AllAsync(cancel);
        Text = All[0].Text;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!MayWrite) { return Forbid(); }
        var written = await agreements.WriteAsync(User.Id(), Text, BasedOn, cancel);
        if (written.Refusal is null) { return LocalRedirect(Links.AgreementsSaved); }
        All = await agreements.AllAsync(cancel);
        // The form then carries the newest version: pressing again is a decision made in the knowledge of it.
        ModelState.Remove(nameof(BasedOn));
        return this.Refuse(written.Refusal);
    }
}
