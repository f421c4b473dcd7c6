using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Mail.Desk;

/// <summary>One mail. Its words are shown unless they are private; then nobody sees them but the one they are for.</summary>
[Authorize(Policies.Desk)]
public sealed class ShowModel(MailQueries mails, MailService service, MailTemplates templates, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public OutboxMail Mail { get; private set; } = null!;
    public string? SessionTitle { get; private set; }

    /// <summary>Null for a private mail, and for one whose kind is no longer known.</summary>
    public RenderedMail? Preview { get; private set; }

    public DateTime NowUtc => clock.GetUtcNow().UtcDateTime;
    public bool MayStop => Mail.State is MailState.Queued;
    public bool MayGoAgain => Mail.State is MailState.Queued or MailState.Failed or MailState.Stopped && !Mail.HasExpired(NowUtc) && !(Mail.DropBodyOnceSent && Mail.Values is OutboxMail.NoValues);
    public string About => Preview?.Subject ?? MailWords.Kind(Mail.Template);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostAgainAsync(Guid id, CancellationToken cancel) => ActAsync(id, "again", service.SendAgainAsync, cancel);

    public Task<IActionResult> OnPostStopAsync(Guid id, CancellationToken cancel) => ActAsync(id, "stopped", service.StopAsync, cancel);

    private async Task<IActionResult> ActAsync(Guid id, string done, Func<Guid, Guid, CancellationToken, Task<Result<OutboxMail>>> act, CancellationToken cancel)
    {
        var became = await act(id, User.Id(), cancel);
        if (became.Refusal is null)
        {
            return LocalRedirect(Links.DeskMailDone(id, done));
        }

        return await LoadAsync(id, cancel) ? this.Refuse(became.Refusal) : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await mails.FindAsync(id, cancel) is not { } mail)
        {
            return false;
        }

        Mail = mail;
        SessionTitle = mail.SessionId is null ? null : await mails.SessionTitleAsync(mail.SessionId, cancel);
        Preview = templates.Preview(mail);
        return true;
    }
}
