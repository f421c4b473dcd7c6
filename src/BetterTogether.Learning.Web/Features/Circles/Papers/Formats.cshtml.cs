using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Circles.Papers;

[Authorize(Policies.Desk)]
public sealed class FormatsModel(FormatService formats) : PageModel
{
    public IReadOnlyList<OwnFormat> Own { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Own = await formats.OwnAsync(cancel);

    public async Task<IActionResult> OnPostCopyAsync(string key, CancellationToken cancel)
    {
        var copied = await formats.CopyAsync(User.Id(), key, cancel);
        if (copied.Refusal is null) { return LocalRedirect(Links.Format(copied.Value.Id)); }
        Own = await formats.OwnAsync(cancel);
        return this.Refuse(copied.Refusal with { Field = null });
    }

    public async Task<IActionResult> OnPostPutAwayAsync(Guid id, bool away, CancellationToken cancel)
    {
        await formats.PutAwayAsync(User.Id(), id, away, cancel);
        return LocalRedirect(Links.Formats);
    }
}
