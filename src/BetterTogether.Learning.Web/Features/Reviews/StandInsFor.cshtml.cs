using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>Who stands in for a line manager who cannot say so: the desk names somebody, and reads nothing by it.</summary>
[Authorize(Policies.Desk)]
public sealed class StandInsForModel(StandInService standIns, TimeProvider clock) : StandInsPage(standIns, clock)
{
    public string Name { get; private set; } = "";

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => OnAsync(id, () => ShowAsync(id, cancel), cancel);

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel) => OnAsync(id, () => AgreeAsync(id, Links.StandInsFor(id), cancel), cancel);

    public Task<IActionResult> OnPostEndAsync(Guid id, Guid standInId, CancellationToken cancel) =>
        OnAsync(id, () => EndAsync(standInId, id, $"Ended. From now on they read nothing of the people of {Name}. No mail says so: please tell them both.", Links.StandInsFor(id), cancel), cancel);

    private async Task<IActionResult> OnAsync(Guid managerId, Func<Task<IActionResult>> answer, CancellationToken cancel)
    {
        if (await StandIns.NameAsync(managerId, cancel) is not { } name) { return NotFound(); }
        Name = name;
        return await answer();
    }
}
