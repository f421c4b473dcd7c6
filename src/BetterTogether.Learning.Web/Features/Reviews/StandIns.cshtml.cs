using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>Who stands in for the reader. Whoever leads nobody may name somebody too: it opens nothing.</summary>
public sealed class StandInsModel(StandInService standIns, TimeProvider clock) : StandInsPage(standIns, clock)
{
    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(User.Id(), cancel);

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => AgreeAsync(User.Id(), Links.StandIns, cancel);

    public Task<IActionResult> OnPostEndAsync(Guid standInId, CancellationToken cancel) =>
        EndAsync(standInId, User.Id(), "Ended. From now on they read nothing of your people's.", Links.StandIns, cancel);
}
