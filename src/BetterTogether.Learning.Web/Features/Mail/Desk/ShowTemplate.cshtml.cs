using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Mail.Desk;

/// <summary>One kind of mail, filled with its sample.</summary>
[Authorize(Policies.Desk)]
public sealed class ShowTemplateModel(MailTemplates templates, MailService service) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public bool Sent { get; set; }

    public string Kind { get; private set; } = "";
    public RenderedMail Mail { get; private set; } = null!;
    public IReadOnlyDictionary<string, string?> Values { get; private set; } = null!;
    public string? Trouble => templates.Troubles.GetValueOrDefault(Kind + ".md");

    public IActionResult OnGet(string folder, string name)
    {
        Kind = $"{folder}/{name}";
        if (MailSamples.Of(Kind) is not { } sample)
        {
            return NotFound();
        }

        (Mail, Values) = (templates.Render(sample), MailValues.Read(MailValues.Write(sample)));
        return Page();
    }

    public async Task<IActionResult> OnPostTestAsync(string folder, string name, CancellationToken cancel) =>
        (await service.SendTestAsync($"{folder}/{name}", User.Id(), cancel)).Refusal is null ? LocalRedirect(Links.DeskTemplateSent($"{folder}/{name}")) : NotFound();
}
