using System.Globalization;
using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Features.Circles.Rooms;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Circles.Papers;

/// <summary>The facilitators send the themes, the leader who listened answers, those who were there read it here too.</summary>
public sealed class AnswerModel(CircleService circles, CircleQueries queries, LeaderAnswerService answers) : PageModel
{
    [BindProperty]
    public string? YouSaid { get; set; }

    [BindProperty]
    public string? DueOn { get; set; }

    [BindProperty]
    public string? WeHeard { get; set; }

    [BindProperty]
    public string? WeWill { get; set; }

    public Guid CircleId { get; private set; }
    public string Title { get; private set; } = "";
    public LeaderAnswer? Answer { get; private set; }
    public bool MayAnswer { get; private set; }
    private bool MayAsk { get; set; }
    private Guid LeaderId { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Answer is null && !MayAsk ? NotFound() : Page() : NotFound();

    public async Task<IActionResult> OnPostAskAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel) || !MayAsk) { return NotFound(); }
        var due = DateOnly.TryParseExact(DueOn?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null;
        var asked = await answers.AskAsync(User.Id(), id, LeaderId, Title, YouSaid, due, cancel);
        return asked.Refusal is { } no ? this.Refuse(no) : LocalRedirect(Links.CircleAnswer(id));
    }

    public async Task<IActionResult> OnPostAnswerAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel) || !MayAnswer) { return NotFound(); }
        var answered = await answers.AnswerAsync(User.Id(), id, WeHeard, WeWill, cancel);
        return answered.Refusal is { } no ? this.Refuse(no) : LocalRedirect(Links.LeaderAnswers);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var seen = await circles.SnapshotAsync(id, User.Id(), cancel);
        if (seen.Refusal is not null) { return false; }
        (CircleId, Title) = (id, seen.Value.Title);
        if ((await queries.FactsAsync(id, cancel)).PersonIn(SeatRole.Listener) is not { } leader) { return false; }
        LeaderId = leader;
        Answer = await answers.OfAsync(id, cancel);
        MayAsk = Answer is null && seen.Value.IsFacilitator() && seen.Value.Status is CircleStatus.Closed or CircleStatus.Closing;
        MayAnswer = Answer is not null && leader == User.Id();
        return true;
    }
}
