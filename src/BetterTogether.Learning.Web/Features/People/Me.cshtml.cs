using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.People;

public sealed class MeModel(PeopleService people, PeopleQueries queries) : PageModel
{
    [BindProperty]
    public List<WorkingDays> Days { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public bool Saved { get; set; }

    public PersonCard Card { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await queries.FindAsync(User.Id(), cancel) is not { } card) { return NotFound(); }
        Card = card;
        Days = [.. Words.Days(card.Person.WorkingDays)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await people.ChangeOwnWorkingDaysAsync(User.Id(), Words.Together(Days), cancel);
        return LocalRedirect(Links.MeSaved);
    }
}
