using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Features.Bookings;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>A line manager's one page: whose review stands where, and who is booked on what. Whose manager one is, the directory says.</summary>
[EnableRateLimiting(RateLimits.Booking), KeepsForm]
public sealed class MyPeopleModel(TeamQueries teams, BookingService bookings, HandOverService handOvers) : PageModel
{
    public Team Team { get; private set; } = new([], null, null, [], [], [], []);
    public IReadOnlyList<PersonOption> People { get; private set; } = [];

    [TempData]
    public string? Done { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>Which hand-over the note that did not go through was for.</summary>
    public Guid? NoteFor { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Team = await teams.OfAsync(User.Id(), cancel);
        People = [.. Team.Members.Where(m => m.IsManaged).DistinctBy(m => m.PersonId).OrderBy(m => m.Name, StringComparer.Ordinal).Select(m => new PersonOption(m.Email, m.Name))];
    }

    public async Task<IActionResult> OnPostReleaseAsync(Guid id, CancellationToken cancel) =>
        await AnswerAsync((await bookings.CancelAsync(id, User.Id(), isDesk: false, reason: null, cancel)).Refusal, "The place is released, and they know.", cancel);

    public async Task<IActionResult> OnPostSwapAsync(Guid id, string to, CancellationToken cancel) =>
        await AnswerAsync((await bookings.SwapAsync(id, to ?? "", User.Id(), cancel)).Refusal, "The place has changed hands, and both know.", cancel);

    public async Task<IActionResult> OnPostNoteAsync(Guid id, CancellationToken cancel)
    {
        NoteFor = id;
        return await AnswerAsync((await handOvers.LeaveNoteAsync(id, User.Id(), Note, cancel)).Refusal, "Your note is with them.", cancel);
    }

    private async Task<IActionResult> AnswerAsync(Refusal? refusal, string done, CancellationToken cancel)
    {
        if (refusal is null)
        {
            Done = done;
            return Redirect(Links.MyPeople);
        }
        await OnGetAsync(cancel);
        return this.Refuse(refusal);
    }
}
