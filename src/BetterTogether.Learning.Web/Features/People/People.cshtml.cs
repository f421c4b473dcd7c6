using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.People;

[Authorize(Policies.Desk)]
public sealed class PeopleModel(PeopleQueries people) : PageModel
{
    // Past this the database would count lines for minutes on somebody's made-up number.
    private const int LastPage = 1000;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    /// <summary>Whether people who have left are listed too.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Left { get; set; }

    [BindProperty(SupportsGet = true, Name = "page-number")]
    public int Number { get; set; } = 1;

    public PeoplePage Found { get; private set; } = new([], false);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Number = Math.Clamp(Number, 1, LastPage);
        Found = await people.SearchAsync(Text, Left, Number, cancel);
    }

    public string Link(int number) => Links.PeoplePage(Text, Left, number);
}
