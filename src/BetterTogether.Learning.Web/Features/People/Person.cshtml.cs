using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.People;

[Authorize(Policies.Desk)]
public sealed class PersonModel(PeopleService people, PeopleQueries queries) : PageModel
{
    [BindProperty]
    public PersonForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public bool Saved { get; set; }

    public PersonCard Card { get; private set; } = null!;

    public bool Manages { get; private set; }

    public bool MayGiveRoles => User.IsInRole(nameof(Roles.Administrator));

    public bool MayChange => MayGiveRoles || !Card.Person.Roles.HasFlag(Roles.Administrator);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel)) { return NotFound(); }
        Form = PersonForm.From(Card);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel) => ModelState.IsValid
        ? await AnswerAsync(await people.ChangeAsync(User.Id(), id, Form.ToEntry(MayGiveRoles), cancel), id, cancel)
        : await LoadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostDeactivateAsync(Guid id, CancellationToken cancel) =>
        await AnswerAsync(await people.DeactivateAsync(User.Id(), id, cancel), id, cancel, typed: false);

    public async Task<IActionResult> OnPostReactivateAsync(Guid id, CancellationToken cancel) =>
        await AnswerAsync(await people.ReactivateAsync(User.Id(), id, cancel), id, cancel, typed: false);

    /// <param name="typed">Whether the form came with the request; else it is filled from the directory.</param>
    private async Task<IActionResult> AnswerAsync(Result<Person> result, Guid id, CancellationToken cancel, bool typed = true)
    {
        if (result.Refusal is not { } no) { return LocalRedirect(Links.PersonSaved(id)); }
        if (!await LoadAsync(id, cancel)) { return NotFound(); }
        if (!typed)
        {
            ModelState.Clear();
            Form = PersonForm.From(Card);
        }
        PersonForm.Show(no, ModelState);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await queries.FindAsync(id, cancel) is not { } card) { return false; }
        (Card, Manages) = (card, await queries.ManagesAsync(id, cancel));
        return true;
    }
}
