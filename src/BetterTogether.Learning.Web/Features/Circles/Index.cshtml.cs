using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>My circles, and the ways to what stands around them.</summary>
public sealed class IndexModel(CircleListService circles) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public bool Planned { get; set; }

    public IReadOnlyList<MyCircle> Mine { get; private set; } = [];
    public IEnumerable<MyCircle> Ahead => Mine.Where(c => !c.IsOver);
    public IEnumerable<MyCircle> Earlier => Mine.Where(c => c.IsOver);

    public async Task OnGetAsync(CancellationToken cancel) => Mine = await circles.MineAsync(User.Id(), cancel);
}
