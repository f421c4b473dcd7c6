using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Sessions;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BetterTogether.Learning.Web.Features.Desk;

[Authorize(Policies.Planner)]
public sealed class NewSessionModel(SessionService sessions, DeskQueries desk, TimeProvider clock) : SessionFormPage(desk, clock)
{
    public const string Publish = "publish";

    [BindProperty]
    public string? Key { get; set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Key = PageRefusals.NewKey();
        Form.Dates = [new DateRow { Starts = "10:00", Ends = "11:30" }];
        if (MayChooseVisibility) { return; }
        Form.Kind = SessionKind.RestorativeFacilitator;
        Form.Trainers = string.Join('\n', await Desk.EmailsAsync([User.Id()], cancel));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!MayChooseVisibility) { Form.Visibility = Visibility.Private; }
        if (ChangedRows() || await ReadAsync(cancel) is not { } details) { return Page(); }
        var publish = Do == Publish;
        var made = await sessions.CreateOnceAsync(details, publish, User.Planner(), OnceKey.From(Key, User.Id(), Links.NewSession, new { details, publish }), cancel);
        if (made.Refusal is { } no)
        {
            Key = ModelState.Show(no, Reader.KeyOf(no), Key);
            return Page();
        }
        return LocalRedirect(Links.DeskSessionDone(made.Value, publish ? Done.Published : Done.Drafted));
    }
}
