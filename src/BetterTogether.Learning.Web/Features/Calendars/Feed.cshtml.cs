using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Calendars;

public sealed class FeedModel(FeedService feeds, FeedQueries queries, IOptions<SiteOptions> site) : PageModel
{
    /// <summary>Null while there is none.</summary>
    public string? Address { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) =>
        Address = await queries.OfPersonAsync(User.Id(), cancel) is { } feed ? site.Value.Absolute(Links.Feed(feed.Token)) : null;

    public async Task<IActionResult> OnPostMakeAsync(CancellationToken cancel)
    {
        await feeds.MakeAsync(User.Id(), cancel);
        return LocalRedirect(Links.MyCalendar);
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancel)
    {
        await feeds.EndAsync(User.Id(), cancel);
        return LocalRedirect(Links.MyCalendar);
    }
}
