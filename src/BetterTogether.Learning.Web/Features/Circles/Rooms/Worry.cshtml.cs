using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Circles.Rooms;

/// <summary>For the duty contact, who has no place in the circle and sees nothing else of it.</summary>
public sealed class WorryModel(WorryService worries, IOptions<CircleOptions> options) : PageModel
{
    [BindProperty]
    public string? ToldWhom { get; set; }

    [BindProperty]
    public string? CaseReference { get; set; }

    public Worry Worry { get; private set; } = null!;

    public SafetyOptions Safety => options.Value.Safety;

    public async Task<IActionResult> OnGetAsync(Guid id, string message, CancellationToken cancel) => await FindAsync(id, message, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string message, CancellationToken cancel)
    {
        if (!await FindAsync(id, message, cancel)) { return NotFound(); }
        var recorded = await worries.RecordAsync(id, message, ToldWhom ?? "", CaseReference, User.Id(), cancel);
        return recorded.Refusal is { } no ? this.Refuse(no) : LocalRedirect(Links.Worry(id, message));
    }

    private async Task<bool> FindAsync(Guid id, string message, CancellationToken cancel)
    {
        var found = await worries.FindAsync(id, message, User.Id(), cancel);
        if (found.Refusal is null) { Worry = found.Value; }
        return found.Refusal is null;
    }
}
