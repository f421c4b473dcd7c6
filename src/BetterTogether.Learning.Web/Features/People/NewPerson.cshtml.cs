using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.People;

[Authorize(Policies.Desk)]
public sealed class NewPersonModel(PeopleService people) : PageModel
{
    [BindProperty]
    public PersonForm Form { get; set; } = PersonForm.New();

    public bool MayGiveRoles => User.IsInRole(nameof(Roles.Administrator));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) { return Page(); }
        var added = await people.AddAsync(User.Id(), Form.ToEntry(MayGiveRoles), cancel);
        if (added.Refusal is { } no)
        {
            PersonForm.Show(no, ModelState);
            return Page();
        }
        return LocalRedirect(Links.PersonSaved(added.Value.Id));
    }
}
