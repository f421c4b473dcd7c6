using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Mail.Desk;

/// <summary>Every kind of mail there is, and which text files are in trouble.</summary>
[Authorize(Policies.Desk)]
public sealed class TemplatesModel(MailTemplates templates) : PageModel
{
    public IReadOnlyDictionary<string, string> Troubles => templates.Troubles;

    public string Folder => templates.Folder;

    public IEnumerable<(string Kind, string Subject)> Kinds => MailSamples.All.Select(sample => (sample.Template, templates.Render(sample).Subject)).OrderBy(kind => kind.Template, StringComparer.Ordinal);
}
