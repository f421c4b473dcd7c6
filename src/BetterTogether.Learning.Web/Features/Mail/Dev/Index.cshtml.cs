using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Mail.Dev;

public sealed class IndexModel(DevMailFolder folder) : PageModel
{
    public IReadOnlyList<DevMail> Mails { get; private set; } = [];

    public void OnGet() => Mails = folder.Newest();
}
