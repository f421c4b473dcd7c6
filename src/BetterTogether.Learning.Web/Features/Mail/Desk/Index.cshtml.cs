using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Mail.Desk;

/// <summary>Every mail with its state and why; at the top, what stands in the way of mail.</summary>
[Authorize(Policies.Desk)]
public sealed class IndexModel(MailQueries mails, MailService service, MailTemplates templates, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public MailState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Person { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Session { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public MailPage Found { get; private set; } = new([], null);
    public MailTrouble Trouble { get; private set; } = new(null, 0, 0, []);
    public IReadOnlyDictionary<string, string> BrokenTemplates => templates.Troubles;

    /// <summary>Whose mails these are, where a person's or a session's page sent us.</summary>
    public string? Of { get; private set; }

    public DateTime NowUtc => clock.GetUtcNow().UtcDateTime;
    public bool IsFiltered => !string.IsNullOrWhiteSpace(Text) || State is not null || Person is not null || Session is not null;
    public string? Next => Found.Next is { } after ? Links.DeskMailPage(Text, State, Person, Session, after) : null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Found = await mails.SearchAsync(new MailFilter(Text, State, Person, Session, After), cancel);
        Trouble = await mails.TroubleAsync(cancel);
        Of = Person is not null ? await mails.PersonNameAsync(Person, cancel) : Session is not null ? await mails.SessionTitleAsync(Session, cancel) : null;
    }

    public async Task<IActionResult> OnPostTryNowAsync(CancellationToken cancel)
    {
        await service.TryNowAsync(User.Id(), cancel);
        return LocalRedirect(Links.DeskMails);
    }

    public async Task<IActionResult> OnPostTrustAsync(string address, CancellationToken cancel)
    {
        await service.TrustAsync(address, User.Id(), cancel);
        return LocalRedirect(Links.DeskMails);
    }

    /// <summary>What a mail is about: its subject, or where its words are nobody's to read its kind, with the session where that is an open one.</summary>
    public string About(MailLine line) => !line.Mail.DropBodyOnceSent ? templates.Subject(line.Mail)
        : MailWords.Kind(line.Mail.Template) + (line.SessionTitle is { } title ? $", {title}" : "");
}
